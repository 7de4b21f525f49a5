import type { TextDocument } from 'vscode-languageserver-textdocument'
import { rowOf } from '../../formats/schema.ts'
import { writtenIn } from '../../report/layouts/write.ts'
import type { Cell, Row, Table } from '../../report/report.ts'
import { wordsOf } from '../../report/words.ts'
import type { Mark } from '../../review/form/marks.ts'
import { type Language, say, sayWording } from '../../review/messages/index.ts'
import { severityOf } from '../../review/severity.ts'
import { namesOf } from '../../rules/arithmetic/findings.ts'
import { rangeOf } from '../ranges.ts'
import type { ShownFigure } from './model.ts'

/** A table with what is known of its cells. */
export interface Known {
  readonly table: Table
  readonly marks: ReadonlyMap<string, Mark>
  /** The table as it stands in the document, and the document: the same table, unless the saved text is shown. */
  readonly live: Table | undefined
  readonly document: TextDocument
  readonly isLive: boolean
  /** The same table in the other text, if there is another. */
  readonly other: Table | undefined
  readonly language: Language
}

/** A figure of a table, whether or not the text has it. @param key `row/column` */
export function figureAt(known: Known, key: string): Omit<ShownFigure, 'row' | 'column' | 'rows' | 'columns'> {
  const { table, marks, document, live, isLive, language } = known
  const cell = table.cells.get(key)
  const mark = marks.get(key)
  const { row: rowName, column: columnName } = namesOf(table, key)
  const name = rowName === columnName ? rowName : `${rowName}·${columnName}`
  const [rowId = '', columnId = ''] = key.split('/')
  const row = table.rows.find(({ id }) => id === rowId)
  const text = cell === undefined ? '' : writtenIn(cell)
  const other = otherText(known, key, text)
  const [first] = mark?.findings ?? []
  const shown = {
    kind: 'figure' as const,
    address: `${table.id}/${key}`,
    name,
    text,
    figure: cell === undefined ? '' : wordsOf(cell),
    state: cell?.state ?? (row?.unaligned ? ('unaligned' as const) : ('missing' as const)),
    isTotal: isTotal(table, row, rowId, columnId),
    range: rangeOf(document, placeOf(live, key)),
    isThere: isLive && cell !== undefined && hasPlace(row, cell),
    ...(mark &&
      first && {
        finding: {
          severity: severityOf(first),
          message: mark.findings.map(({ wording }) => sayWording(language, wording)).join('\n'),
        },
      }),
    ...(mark?.expected && { expected: { text: mark.expected.text, isCertain: mark.expected.certain } }),
    ...(other !== undefined && { other }),
  }
  return { ...shown, spoken: spoken(shown, language) }
}

function otherText({ other, language }: Known, key: string, text: string): string | undefined {
  if (other === undefined) return undefined
  const cell = other.cells.get(key)
  if (cell !== undefined) {
    const words = writtenIn(cell)
    return words === text ? undefined : words || say(language, 'view/blank.sign')
  }
  const isUnaligned = other.rows.some(({ id, unaligned }) => unaligned && key.startsWith(`${id}/`))
  return text === '' ? undefined : say(language, isUnaligned ? 'view/unaligned.sign' : 'view/missing.sign')
}

const isTotal = ({ format }: Table, row: Row | undefined, rowId: string, columnId: string): boolean => {
  const place = rowOf(format, rowId)
  const columns = row?.columns ?? place?.block.columns ?? []
  return (row?.format ?? place?.row)?.total === true || columns.some(({ id, total }) => id === columnId && total)
}

/** Where to go for a cell: its figure, else its row, else its table. */
function placeOf(live: Table | undefined, key: string): Cell['span'] {
  if (live === undefined) return { start: 0, end: 0 }
  const start = live.span.start
  const row = live.rows.find(({ id }) => id === key.split('/')[0])
  return live.cells.get(key)?.span ?? row?.label ?? { start, end: start }
}

/** Blanks of a row without any trace of them are all at the same place. */
const hasPlace = (row: Row | undefined, { span }: Cell): boolean =>
  span.start < span.end || row?.cells.filter((other) => other.span.start === span.start).length === 1

type Silent = Omit<ShownFigure, 'row' | 'column' | 'rows' | 'columns' | 'spoken'>

/** Name, value, what ought to stand there. What is wrong is the cell's description. */
function spoken({ name, text, state, expected, other }: Silent, language: Language): string {
  const value = text || say(language, state === 'unaligned' || state === 'missing' ? `view/${state}` : 'view/blank')
  return [
    say(language, 'view/cell', { name, value }),
    expected &&
      say(language, expected.isCertain ? 'view/expected' : 'view/expected.likely', { expected: expected.text }),
    other !== undefined && say(language, 'view/other', { other }),
  ]
    .filter(Boolean)
    .join(' ')
}
