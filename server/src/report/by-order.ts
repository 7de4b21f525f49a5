import { rowIds, rowOf, type TableFormat } from '../formats/schema.ts'
import { fold } from '../text/fold.ts'
import { shareOfLetters } from '../text/letters.ts'
import { type Span, sliceOf } from '../text/span.ts'
import { withoutNumbering } from './labels.ts'
import { figureOfRun, withoutFurniture } from './layouts/runs.ts'
import type { RowSource } from './sources.ts'
import type { TableForms } from './table-forms.ts'

/**
 * The rows of a table whose labels came out of a page in pieces, above, beside and below their figures. Pieces keep their
 * letters, and figures their order: where a section has a line of figures for each row of an edition, each as long as the
 * row and amid the letters of its label, these are the rows. `labels` are those that were found whole, by row.
 */
export function sourcesByOrder(
  text: string,
  section: Span,
  { editions, across, rows }: TableForms,
  labels: ReadonlyMap<string, Span>,
): RowSource[] | undefined {
  const lines = figureLines(text, section)
  for (const { table } of editions) {
    const ids = across ? [...rows.keys()] : rowIds(table)
    const runs = across ? [ids] : ids.map((id) => [id])
    if (runs.length !== lines.length || ![...labels.keys()].every((row) => hasRow(ids, row))) continue
    const starts = runs.map((run, index) => startOf(table, run, lines[index] as FigureLine))
    if (starts.includes(undefined)) continue
    return ids.map((row, index) => {
      const at = across ? 0 : index
      const start = starts[at] as number
      const { end } = lines[at] as FigureLine
      const around = { start: lines[at - 1]?.end ?? section.start, end: starts[at + 1] ?? section.end }
      const label = labelWithin(around, labels.get(row)) ?? { start, end: start }
      return { row, label, from: start, to: end, heads: [] }
    })
  }
  return undefined
}

/** Whether an edition has a row whose label was found whole; of one that it divides, the label is that of the group. */
const hasRow = (ids: readonly string[], row: string): boolean =>
  ids.some((id) => id === row || id.startsWith(`${row}.`))

/** A label that stands beyond the figures of the rows around its own was found in another place. */
const labelWithin = ({ start, end }: Span, label: Span | undefined): Span | undefined =>
  label !== undefined && start <= label.start && label.end <= end ? label : undefined

/** Figures side by side, to the end of their line. */
interface FigureLine {
  readonly figures: readonly Span[]
  readonly end: number
  /** The first of them, as it is written. */
  readonly first: string
  /** Folded: what stands between the figures before and those after. */
  readonly words: string
}

/** None where figures stand elsewhere than at the end of a line: then they are not those of a table, or not all. */
function figureLines(text: string, section: Span): FigureLine[] {
  const plain = withoutFurniture(text.slice(section.start, section.end))
  const lines = [...plain.matchAll(/[^\n\r]+/g)]
    .map(({ index, 0: line }) => lastFigures(plain, index, index + line.length))
    .filter((figures) => figures?.length !== 0)
  if (!lines.every((line) => line !== undefined)) return []
  const between = [...lines, []].map((line, index) =>
    fold(plain.slice(lines[index - 1]?.at(-1)?.end ?? 0, line[0]?.start ?? plain.length)),
  )
  const inText = ({ start, end }: Span): Span => ({ start: section.start + start, end: section.start + end })
  return lines.map((line, index) => ({
    figures: line.map(inText),
    end: section.start + (line.at(-1)?.end ?? 0),
    first: sliceOf(plain, line[0] as Span),
    // The lower half of a label stands below its figures.
    words: `${between[index]}${between[index + 1]}`,
  }))
}

/** The figures at the end of a line, blanks aside; undefined where there are others before them. */
function lastFigures(text: string, from: number, to: number): Span[] | undefined {
  const runs = [...text.slice(from, to).matchAll(/[^\s\u3000]+/g)].map(({ index, 0: run }) => {
    const start = from + index
    return { start, end: start + run.length, state: figureOfRun(text, start, start + run.length)?.state }
  })
  const words = runs.findLastIndex(({ state }) => state !== 'number' && state !== 'notApplicable') + 1
  const figures = runs.slice(words)
  const hasNumber = ({ state }: (typeof runs)[number]) => state === 'number'
  if (runs.slice(0, words).some(hasNumber)) return undefined
  // Without a number they are marks in the words of a head.
  return figures.some(hasNumber) ? figures : []
}

/**
 * Where the figures of these rows begin, if a line has as many as they do together, amid the letters of their labels. In a
 * narrow cell the number of a label may have come apart from it: it is none of them.
 */
function startOf(
  table: TableFormat,
  rows: readonly string[],
  { figures, first, words }: FigureLine,
): number | undefined {
  const places = rows.flatMap((id) => rowOf(table, id) ?? [])
  const width = places.reduce((sum, { block }) => sum + block.columns.length, 0)
  const surplus = figures.length - width
  if (surplus !== 0 && !(surplus === 1 && places.some(({ row }) => row.label.startsWith(`${first}.`)))) return undefined
  const isAmidLetters = places.every(({ row: { label, accepted = [] } }) =>
    [label, ...accepted].some((one) => shareOfLetters(words, fold(withoutNumbering(one))) >= ENOUGH_LETTERS),
  )
  return isAmidLetters ? figures[surplus]?.start : undefined
}

/** Misspelt labels and labels that lost a letter are still known. */
const ENOUGH_LETTERS = 0.75
