import * as z from 'zod'
import { contentSchema } from './content-schema.ts'
import { KEPT } from './kept.ts'
import { measure, prose } from './prose-schema.ts'
import { id } from './schema-parts.ts'

/**
 * A format is an edition of a statutory report as data: its sections, tables and sums, in the official words. Rules and
 * readers know formats only through these shapes and never name a row, so that a new edition is a new data file.
 */

/** Words to be found in a text: they have letters or figures, by which they are found. */
const label = z
  .string()
  .max(200)
  .regex(/[\p{L}\p{N}]/u, 'pack/label')
/** Where the text of a document is published: a link that people may follow. */
const page = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s<>"]+$/, 'pack/page')
/** Long enough to be no word of everyday. */
const reportTitle = label.min(4)

/** Other ways in which a label or title is written in real reports, each as good as the official one for finding it. */
const accepted = z.array(label).readonly().optional()

const column = z.strictObject({
  /** Through all editions the same, as long as its figures mean the same; else another. */
  id,
  label,
  accepted,
  /** What the figures are: whole numbers from zero, changes that may be negative, or amounts with decimals. */
  kind: z.enum(['count', 'change', 'amount']).default('count'),
  /** What they are counted in, where the form says so in the column's head. */
  unit: label.optional(),
  /** As much as this, an organ of a county or town, or a department, has hardly ever: it may be in a smaller unit. */
  large: z.int().min(1).optional(),
  /** The labels of the merged heads above it, outermost first; below the row's label where rows stand side by side. */
  under: z.array(label).readonly().default([]),
  /** The column adds others up. */
  total: z.boolean().default(false),
})

const row = z.strictObject({
  id,
  /** As printed, with its numbering. */
  label,
  accepted,
  /** The groups that it stands in, outermost first: ids of `groups`. */
  in: z.array(id).readonly().default([]),
  /** The row adds others up. */
  total: z.boolean().default(false),
  /** The row of the edition before whose figures stand here when a report is brought up to date. */
  takesOver: id.optional(),
})

/** A linear inequality over the columns of each row of a block: the sum of `left` is at least the sum of `right`. */
const bound = z.strictObject({
  left: z.array(id).min(1).readonly(),
  right: z.array(id).readonly().default([]),
  /** On which of them a failure is shown. */
  holder: id,
  /** Why it holds, and when it may not: no notice spells it out. */
  reason: label,
})

const block = z.strictObject({
  /** A line of its own above the block, such as 第二十条第（一）项. */
  heading: label.optional(),
  /** What stands above the row labels. */
  stub: label.optional(),
  columns: z.array(column).min(1).readonly(),
  rows: z.array(row).min(1).readonly(),
  bounds: z.array(bound).readonly().default([]),
})

const table = z.strictObject({
  id,
  /** What people call it. */
  title: label,
  /** The section that it belongs to. */
  section: id,
  /** `down`: a line for each row. `across`: all rows beside each other in one line of figures. */
  shape: z.enum(['down', 'across']).default('down'),
  /** Merged labels to the left of (or, across, above) rows; they have no figures of their own. */
  groups: z.array(z.strictObject({ id, label, accepted })).readonly().default([]),
  blocks: z.array(block).min(1).readonly(),
})

/** A linear equation over cells, once for each row or each column of a table: the sum of `left` is the sum of `right`. */
const identity = z.strictObject({
  table: id,
  /** The rule that reports it when no single cell explains its failure. */
  rule: z.enum(['row-total', 'column-total', 'balance']),
  each: z.enum(['row', 'column']),
  /** Ids of columns (each row) or rows (each column); `refused` stands for the rows `refused.…` that the table has. */
  left: z.array(id).min(1).readonly(),
  right: z.array(id).min(1).readonly(),
  /** On which of them a failure is shown. */
  holder: id,
  /** The official sentence; without one, the label 总计 implies it. */
  sentence: label.optional(),
})

/**
 * A linear equation between the cells of two years, once for each row or each column of a table: the sum of `left` is that
 * of `last`, in the report of the year before, and of `right`.
 */
const yearIdentity = z.strictObject({
  table: id,
  /** The rule that reports its failure. */
  rule: z.enum(['carried-over', 'balance']),
  each: z.enum(['row', 'column']),
  /** Ids of columns (each row) or rows (each column). */
  left: z.array(id).min(1).readonly(),
  /** Of last year's table, which may be of another edition: by ids that have the same meaning there. */
  last: z.array(id).min(1).readonly(),
  right: z.array(id).readonly().default([]),
  /** Which of `left` a failure is shown on. */
  holder: id,
  /** Why it holds, and when it may not: no notice spells it out. */
  reason: label,
})

/** What is held against the report of the same organ for the year before. */
const history = z.strictObject({
  identities: z.array(yearIdentity).readonly().default([]),
  /** The tables whose figures are not expected to leap from year to year. */
  steady: z.array(id).readonly().default([]),
})

const section = z.strictObject({
  id,
  /** With its numeral. */
  title: label,
  /** Differences beyond punctuation and 的/和/及 that are accepted in silence. */
  accepted,
  /** Words that may be left out: worth a remark only. */
  optionalWords: z.array(label).readonly().default([]),
  /** The most characters that its prose may have, and who asks for it. */
  length: z.strictObject({ most: z.int().min(1), source: label.optional() }).optional(),
})

export const formatShape = z.strictObject({
  /** The kind of report that it is an edition of: texts are told by the titles and labels of their kind. */
  kind: id,
  id: z.string().min(1),
  /** Report years from the first to the last, if there is a last. */
  years: z.strictObject({ from: z.int(), to: z.int().optional() }),
  /** What a title ends with, the usual wording first. */
  titles: z.array(reportTitle).min(1).readonly(),
  /** Those of them that are not as they should be; `minor`: what is missing changes nothing of what they say. */
  otherTitles: z
    .array(z.strictObject({ title: reportTitle, minor: z.boolean().default(false) }))
    .readonly()
    .default([]),
  notice: z.strictObject({ number: label, title: label, page: page.optional() }),
  /** What asks for the sections, where that is not the notice. */
  basis: label.optional(),
  /** How a report keeps figures of another edition that have no place in a table of this one: in a note below it. */
  kept: z
    .strictObject({
      /** With `{edition}`, `{current}` and `{rows}`. */
      note: label,
      /** With `{row}` and `{figures}`; rows are joined by `；`. */
      row: label,
      /** With `{column}` and `{figure}`; figures are joined by `，`. */
      figure: label,
    })
    .default(KEPT),
  /** The law that the report fulfils, and the decree that brought it in the wording in force. */
  statute: z.strictObject({ title: label, decree: z.int(), page: page.optional() }).optional(),
  sections: z.array(section).min(1).readonly(),
  tables: z.array(table).readonly(),
  identities: z.array(identity).readonly(),
  history: history.prefault({}),
  /** What sentences say of the tables. */
  measures: z.array(measure).readonly().default([]),
  prose: prose.prefault({}),
  /** What its prose has to say; nothing where it is left out. */
  content: contentSchema.prefault({}),
})

/**
 * A change to an edition that is there, as a province makes it, or a new edition that is said by what it changes. Of
 * sections, tables and whatever else has ids, each says what is other about it.
 */
export const extensionShape = formatShape
  .partial()
  .required({ kind: true })
  .extend({
    /** The id of the edition. */
    extends: z.string().min(1),
    sections: z
      .array(section.partial().required({ id: true }))
      .min(1)
      .optional(),
    tables: z
      .array(table.partial().required({ id: true }))
      .min(1)
      .optional(),
  })

export type Format = z.infer<typeof formatShape>
export type FormatSource = z.input<typeof formatShape>
export type Extension = z.input<typeof extensionShape>
export type SectionFormat = Format['sections'][number]
export type TableFormat = Format['tables'][number]
export type BlockFormat = TableFormat['blocks'][number]
export type RowFormat = BlockFormat['rows'][number]
export type ColumnFormat = BlockFormat['columns'][number]
export type Bound = BlockFormat['bounds'][number]
export type Identity = Format['identities'][number]
export type YearIdentity = Format['history']['identities'][number]
export type Measure = Format['measures'][number]

/** The heads over a column of a table with its rows side by side. A row of one column may share its label with it. */
export const headsOf = (row: RowFormat, { under, label }: ColumnFormat): readonly string[] =>
  row.label === label ? [label] : [row.label, ...under, label]

export interface RowPlace {
  readonly row: RowFormat
  readonly block: BlockFormat
}

const places = new WeakMap<TableFormat, ReadonlyMap<string, RowPlace>>()

function placesOf(table: TableFormat): ReadonlyMap<string, RowPlace> {
  const known = places.get(table)
  if (known !== undefined) return known
  const made = new Map(table.blocks.flatMap((block) => block.rows.map((row) => [row.id, { row, block }] as const)))
  places.set(table, made)
  return made
}

/** The row of a table with its block, or undefined. */
export const rowOf = (table: TableFormat, id: string): RowPlace | undefined => placesOf(table).get(id)

/** The ids of all rows, in the order of the form. */
export function rowIds(table: TableFormat): readonly string[] {
  const known = ids.get(table)
  if (known !== undefined) return known
  const made = [...placesOf(table).keys()]
  ids.set(table, made)
  return made
}

const ids = new WeakMap<TableFormat, readonly string[]>()
