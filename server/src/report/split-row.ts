import type { RowFormat, TableFormat } from '../formats/schema.ts'
import { DROPPED, fold, foldUnit } from '../text/fold.ts'
import { narrowed, type Span, type SpanEdit, sliceOf } from '../text/span.ts'
import { withoutNumbering } from './labels.ts'
import type { Report, Row, Table } from './report.ts'

/**
 * Replaces a row by several under its label, as other groups of the same table are written: two rows that begin a group
 * are the model, so that tabs, bars, blank lines, brackets and the space after a number are those of the text. The old
 * figures go to the row `heir`, zeros to the others. Undefined where the table has no such model.
 */
export function splitRow(
  { text }: Report,
  table: Table,
  old: Row,
  successors: readonly RowFormat[],
  heir: string,
): SpanEdit | undefined {
  const model = modelIn(text, table, old)
  if (model === undefined || old.unaligned) return undefined
  const oldLabel = sliceOf(text, old.label)
  const numbering = /^\d+([.．、]\s*)/.exec(sliceOf(text, model.first.label))?.[1] ?? '.'
  const written = successors.map((row, index) => {
    const like = index === 0 ? model.first : model.second
    const lead =
      index === 0 ? oldLabel + model.betweenLabels : model.leadOfSecond.replaceAll(model.groupLabel, oldLabel)
    const label = row.label.replace(/^(\d+)[.．、]\s*/, (_, number: string) => number + numbering)
    return (
      lead +
      label +
      figuresLike(text, like, row.id === heir ? old.cells.map(({ raw }) => raw) : old.cells.map(() => '0'))
    )
  })
  return narrowed(text, { span: { start: old.label.start, end: old.span.end }, newText: written.join('') })
}

/** The first two rows of a group, with the text that stands around their labels. */
interface Model {
  readonly first: Row
  readonly second: Row
  readonly groupLabel: string
  /** From the group's label to the first row's. */
  readonly betweenLabels: string
  /** From the first row's last figure to the second row's label. */
  readonly leadOfSecond: string
}

/** The nearest group before the row whose beginning is whole: where a page break tears it, the one before. */
function modelIn(text: string, table: Table, old: Row): Model | undefined {
  const models: Model[] = []
  table.rows.forEach((first, index) => {
    const second = table.rows[index + 1]
    const group = first.format.in.at(-1)
    const before = table.rows[index - 1]
    if (second === undefined || before === undefined || group === undefined || first.label.start > old.label.start)
      return
    if (second.format.in.at(-1) !== group || before.format.in.at(-1) === group || first.format.in.length < 2) return
    if (first.unaligned || second.unaligned) return
    const label = groupLabel(text, table.format, group, { start: before.span.end, end: first.label.start })
    if (label === undefined) return
    models.push({
      first,
      second,
      groupLabel: sliceOf(text, label),
      betweenLabels: text.slice(label.end, first.label.start),
      leadOfSecond: text.slice(first.span.end, second.label.start),
    })
  })
  const size = ({ betweenLabels, leadOfSecond }: Model) => betweenLabels.length + leadOfSecond.length
  return models.reverse().sort((a, b) => size(a) - size(b))[0]
}

/** The label of a group where it is written in a stretch of text: with its numbering, wrapped or not. */
function groupLabel(text: string, table: TableFormat, id: string, within: Span): Span | undefined {
  const official = table.groups.find((group) => group.id === id)?.label
  if (official === undefined) return undefined
  const places: number[] = []
  let letters = ''
  for (let at = within.start; at < within.end; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit === DROPPED) continue
    letters += String.fromCharCode(unit)
    places.push(at)
  }
  const startOf = (letter: number) =>
    marksBefore(text, places[letter] as number, (places[letter - 1] ?? within.start - 1) + 1)
  const words = fold(official)
  const whole = letters.indexOf(words)
  // Converters repeat a merged label, or drop its number.
  const bare = fold(withoutNumbering(official))
  const tail = letters.endsWith(bare) ? letters.length - bare.length : -1
  if (whole !== -1 && (tail === -1 || whole <= tail))
    return { start: startOf(whole), end: (places[whole + words.length - 1] as number) + 1 }
  return tail === -1 ? undefined : { start: startOf(tail), end: within.end }
}

/** The first of the marks, such as a bracket, that stand between an offset and a letter: blanks and bars are none. */
function marksBefore(text: string, letter: number, from: number): number {
  let start = from
  while (start < letter && /\s|\|/.test(text[start] as string)) start++
  return start
}

/** Figures with the separators of another row; a surplus figure between its cells is left out. */
function figuresLike(text: string, like: Row, values: readonly string[]): string {
  const ends = [like.label.end, ...like.cells.map(({ span }) => span.end)]
  const gaps = like.cells.map(({ span }, index) => text.slice(ends[index], span.start))
  const plain = [...gaps].filter((gap) => !/\d/.test(gap)).sort((a, b) => a.length - b.length)
  return values
    .map((value, index) => (/\d/.test(gaps[index] ?? '') ? (plain[0] ?? '') : (gaps[index] ?? '')) + value)
    .join('')
}
