import { type Amount, equal } from '../text/amount.ts'
import { readFigure } from '../text/figure.ts'
import { applyEdits, type SpanEdit } from '../text/span.ts'
import { blankPlaces } from './blank-places.ts'
import { figureLike, newlineOf } from './dialect.ts'
import { readReport } from './read.ts'
import type { Cell, CellState, Report, Table } from './report.ts'
import { inPlaceOf, partsOf } from './words.ts'

/** The edits that put in a cell what a person typed there, or why there are none. */
export type FigureEdit =
  | { readonly edits: readonly SpanEdit[] }
  | {
      /** `noCell`: the text has none for the address. `noFigure`: it reads as none. `noPlace`: the text would be read otherwise. */
      readonly refused: 'noCell' | 'noFigure' | 'noPlace'
    }

/**
 * Writes a figure in a cell as the figures around it are written; nothing empties the cell. What is written is read
 * again: where the layout sets nothing apart, a figure may not be told from its neighbours, or an empty cell may have no
 * place in the text. Then nothing is written.
 *
 * @param address `table/row/column`
 */
export function figureEdit(report: Report, address: string, typed: string): FigureEdit {
  const [id = '', row, column] = address.split('/')
  const table = report.tables.find((one) => one.id === id)
  const key = `${row}/${column}`
  const cell = table?.cells.get(key)
  if (table === undefined || cell === undefined) return { refused: 'noCell' }
  const figure = readFigure(typed, 0, typed.length)
  if (figure.state === 'unreadable' || (figure.state === 'number' && figure.unit !== '')) return { refused: 'noFigure' }
  const value = figure.state === 'number' ? figure.value : null
  if (figure.state === cell.state && isSame(value, cell.value)) return { edits: [] }
  // Tags set some of its letters apart: which of them a figure would replace, only the author knows.
  if (cell.state === 'unreadable' && partsOf(cell.raw).markup.includes('<')) return { refused: 'noPlace' }
  const words = typed.slice(figure.start, figure.end)
  const wanted: Wanted = { id, key, state: figure.state, value }
  const written = value !== null ? inDialect(table, cell, value) : words === '' ? '' : inPlaceOf(cell.raw, words)
  for (const edit of candidates(report, table, cell, written)) {
    const after = readReport(applyEdits(report.text, [edit]), report.editions)
    if (isAsWanted(report, after, wanted)) return { edits: [edit] }
  }
  return { refused: 'noPlace' }
}

interface Wanted {
  readonly id: string
  readonly key: string
  readonly state: CellState
  readonly value: Amount | null
}

/** In place of what stands there; of a cell that left no trace, as each kind of layout would set it apart. */
function* candidates({ text }: Report, table: Table, cell: Cell, words: string): Iterable<SpanEdit> {
  const { span, state, unitSpan } = cell
  if (state === 'blank' && words !== '' && table.layout !== 'html') yield* blankPlaces(text, table, cell, words)
  const end = unitSpan?.end ?? span.end
  if (words === '') yield { span: { start: span.start, end }, newText: inPlaceOf(text.slice(span.start, end), '') }
  else yield { span, newText: words }
  if (state !== 'blank' || words === '') return
  if (table.layout === 'html') return
  for (const separator of [' ', '\t', newlineOf(text), ' | ']) yield { span, newText: separator + words }
}

/** As the figure was written that it replaces; in an empty cell, as others of its table that have a habit. */
function inDialect({ cells }: Table, { raw }: Cell, value: Amount): string {
  if (/[\d０-９]/.test(raw)) return figureLike(raw, value)
  const raws = [...cells.values()].filter((other) => other.state === 'number').map((other) => other.raw)
  const model = raws.find((one) => /[０-９]/.test(one)) ?? raws.find((one) => /\d[,，]\d/.test(one)) ?? ''
  return figureLike(/[\d０-９][\d０-９.,，．]*/.exec(model)?.[0] ?? '', value)
}

const isSame = (a: Amount | null, b: Amount | null): boolean => (a === null || b === null ? a === b : equal(a, b))

/** Whether the cell reads as it was meant to, and every other one, aligned or not, as before. */
function isAsWanted(before: Report, after: Report, wanted: Wanted): boolean {
  return (
    before.tables.length === after.tables.length &&
    before.tables.every((table, index) => {
      const now = after.tables[index]
      return now?.id === table.id && keepsOthers(table, now, wanted)
    })
  )
}

function keepsOthers(before: Table, after: Table, { id, key, state, value }: Wanted): boolean {
  const unaligned = ({ rows }: Table) => rows.filter((row) => row.unaligned).map((row) => row.id)
  if (before.cells.size !== after.cells.size || unaligned(before).join() !== unaligned(after).join()) return false
  return [...before.cells].every(([name, cell]) => {
    const now = after.cells.get(name)
    if (now === undefined) return false
    const isMeant = before.id === id && name === key
    return isMeant
      ? now.state === state && isSame(now.value, value)
      : now.state === cell.state && isSame(now.value, cell.value) && now.raw === cell.raw
  })
}
