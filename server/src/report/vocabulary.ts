import type { TableFormat } from '../formats/schema.ts'
import { fold } from '../text/fold.ts'
import { withoutNumbering } from './labels.ts'
import type { Edition, TableForms } from './table-forms.ts'

/** A label as an edition words it. */
export interface Wording {
  readonly kind: 'row' | 'group' | 'column' | 'heading'
  /** Of the row, group or column; a heading has none but its words. */
  readonly id: string
  readonly label: string
  /** Folded, without numbering. */
  readonly core: string
  /** How often the form prints it; 0 for heads that nobody is held to: sentences, and heads above heads. */
  readonly times: number
}

/** The labels of a table: what its edition words how, and what else may stand for it. */
export interface Vocabulary {
  /** By their cores. */
  readonly official: ReadonlyMap<string, Wording>
  /** Those of former editions that this one words otherwise, or does not have, with the id of the last of these editions. */
  readonly former: ReadonlyMap<string, Wording & { readonly edition: string }>
  /** Whatever else says the same: accepted variants, the words of later editions. */
  readonly familiar: ReadonlySet<string>
  /** All of these words, one a line: what is a part of them may be a piece of a label. */
  readonly pieces: string
}

const compiled = new WeakMap<Edition, Vocabulary>()

/** The vocabulary of a table that is written in an edition; made at the first call. */
export function vocabularyOf({ editions }: TableForms, chosen: Edition): Vocabulary {
  const known = compiled.get(chosen)
  if (known !== undefined) return known
  const made = makeVocabulary(editions, chosen)
  compiled.set(chosen, made)
  return made
}

function makeVocabulary(editions: readonly Edition[], chosen: Edition): Vocabulary {
  const official = wordingsOf(chosen.table)
  const former = new Map<string, Wording & { readonly edition: string }>()
  const familiar = new Set(editions.flatMap(({ table }) => acceptedIn(table)))
  for (const { table, format } of editions) {
    const isFormer = format.years.from < chosen.format.years.from
    for (const [core, wording] of wordingsOf(table)) {
      if (official.has(core)) continue
      if (isFormer) former.set(core, { ...wording, edition: format.id })
      else familiar.add(core)
    }
  }
  return { official, former, familiar, pieces: [...official.keys(), ...former.keys(), ...familiar].join('\n') }
}

/** Folded, without numbering. */
export const coreOf = (label: string): string => fold(withoutNumbering(label))

const NOTE = /[（(][^（()）]*[）)]$/

function wordingsOf(table: TableFormat): ReadonlyMap<string, Wording> {
  const wordings = new Map<string, Wording>()
  const note = (kind: Wording['kind'], id: string, label: string, times = 1) => {
    const core = coreOf(label)
    const known = wordings.get(core)
    wordings.set(core, known ? { ...known, times: known.times + times } : { kind, id, label, core, times })
  }
  for (const { id, label } of table.groups) note('group', id, label)
  for (const block of table.blocks) {
    if (block.heading !== undefined) note('heading', block.heading, block.heading)
    if (block.stub !== undefined) note('heading', block.stub, block.stub, 0)
    for (const label of block.columns.flatMap(({ under }) => under)) note('heading', label, label, 0)
    for (const { id, label } of block.rows) note('row', id, label)
    const times = table.shape === 'across' ? block.rows.length : 1
    for (const { id, label, unit } of block.columns) {
      note('column', id, label, times)
      const known = wordings.get(coreOf(label))
      // The unit may be written otherwise, or another one: the head is still this one.
      if (unit !== undefined && known !== undefined) wordings.set(coreOf(label.replace(NOTE, '')), known)
    }
  }
  return wordings
}

const acceptedIn = ({ groups, blocks }: TableFormat): string[] =>
  [...groups, ...blocks.flatMap(({ rows, columns }) => [...rows, ...columns])]
    .flatMap(({ accepted = [] }) => accepted)
    .map(coreOf)

const words = new WeakMap<TableFormat, string>()

/** Whether folded words are a part of a label of the table: where a label goes on, no figure stands. */
export function isPartOfLabel(table: TableFormat, folded: string): boolean {
  const known = words.get(table) ?? [...wordingsOf(table).keys(), ...acceptedIn(table)].join('\n')
  words.set(table, known)
  return known.includes(folded)
}
