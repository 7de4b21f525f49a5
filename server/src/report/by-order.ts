import { rowIds, rowOf, type TableFormat } from '../formats/schema.ts'
import { fold } from '../text/fold.ts'
import { shareOfLetters } from '../text/letters.ts'
import type { Span } from '../text/span.ts'
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
    if (runs.length !== lines.length || !runs.every((run, index) => fits(table, run, lines[index]))) continue
    return ids.map((row, index) => {
      const at = across ? 0 : index
      const { start, end } = lines[at] as FigureLine
      const around = { start: lines[at - 1]?.end ?? section.start, end: lines[at + 1]?.start ?? section.end }
      const label = labelWithin(around, labels.get(row)) ?? { start, end: start }
      return { row, label, from: start, to: end, heads: [] }
    })
  }
  return undefined
}

/** A label that stands beyond the figures of the rows around its own was found in another place. */
const labelWithin = ({ start, end }: Span, label: Span | undefined): Span | undefined =>
  label !== undefined && start <= label.start && label.end <= end ? label : undefined

/** Figures side by side, to the end of their line. */
interface FigureLine extends Span {
  readonly count: number
  /** Folded: what stands between the figures before and those after. */
  readonly words: string
}

/** None where figures stand elsewhere than at the end of a line: then they are not those of a table, or not all. */
function figureLines(text: string, section: Span): FigureLine[] {
  const plain = withoutFurniture(text.slice(section.start, section.end))
  const lines = [...plain.matchAll(/[^\n\r]+/g)]
    .map(({ index, 0: line }) => lastFigures(plain, index, index + line.length))
    .filter(({ count }) => count !== 0)
  if (lines.some(({ count }) => count === undefined)) return []
  const between = [...lines, undefined].map((line, index) =>
    fold(plain.slice(lines[index - 1]?.end ?? 0, line?.start ?? plain.length)),
  )
  return lines.map(({ start, end, count = 0 }, index) => ({
    start: section.start + start,
    end: section.start + end,
    count,
    // The lower half of a label stands below its figures.
    words: `${between[index]}${between[index + 1]}`,
  }))
}

/** The figures at the end of a line, blanks aside; `count` is undefined where there are others before them. */
function lastFigures(text: string, from: number, to: number): Span & { readonly count: number | undefined } {
  const runs = [...text.slice(from, to).matchAll(/[^\s\u3000]+/g)].map(({ index, 0: run }) => {
    const start = from + index
    return { start, end: start + run.length, state: figureOfRun(text, start, start + run.length)?.state }
  })
  const words = runs.findLastIndex(({ state }) => state !== 'number' && state !== 'notApplicable') + 1
  const figures = runs.slice(words)
  const hasNumber = ({ state }: (typeof runs)[number]) => state === 'number'
  const span = { start: figures[0]?.start ?? to, end: figures.at(-1)?.end ?? to }
  if (runs.slice(0, words).some(hasNumber)) return { ...span, count: undefined }
  // Without a number they are marks in the words of a head.
  return { ...span, count: figures.some(hasNumber) ? figures.length : 0 }
}

/** Whether a line has as many figures as these rows together, amid the letters of their labels. */
function fits(table: TableFormat, rows: readonly string[], line: FigureLine | undefined): boolean {
  const places = rows.flatMap((id) => rowOf(table, id) ?? [])
  const width = places.reduce((sum, { block }) => sum + block.columns.length, 0)
  if (line?.count !== width) return false
  return places.every(({ row: { label, accepted = [] } }) =>
    [label, ...accepted].some((words) => shareOfLetters(line.words, fold(withoutNumbering(words))) >= ENOUGH_LETTERS),
  )
}

/** Misspelt labels and labels that lost a letter are still known. */
const ENOUGH_LETTERS = 0.75
