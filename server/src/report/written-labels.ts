import type { TableFormat } from '../formats/schema.ts'
import { wrongLetters } from '../text/distance.ts'
import { shareOfLetters } from '../text/letters.ts'
import { type Span, sliceOf } from '../text/span.ts'
import { type LabelCell, labelCells } from './label-cells.ts'
import { type Table, UNSEPARATED, type WrittenLabel } from './report.ts'
import type { Edition, TableForms } from './table-forms.ts'
import { coreOf, type Vocabulary, vocabularyOf, type Wording } from './vocabulary.ts'

/** A table with more cells of unknown words was not read well. */
const MOST_UNKNOWN = 40

/** The labels of a table, in the order of the text; `text` is without markup. */
export function writtenLabels(
  text: string,
  { span, layout, format }: Pick<Table, 'span' | 'layout' | 'format'>,
  table: TableForms,
): WrittenLabel[] {
  const chosen = table.editions.find((edition) => edition.table === format)
  // Where nothing sets cells apart, no label stands whole.
  if (UNSEPARATED.has(layout) || chosen === undefined) return []
  const vocabulary = vocabularyOf(table, chosen)
  const cells = labelCells(text, lineStart(text, span.start), span.end)
  const told = cells.map((cell, index) => tell(cell, index, cells, vocabulary))
  const isReadWell = told.filter((as) => as === 'unknown').length <= MOST_UNKNOWN
  const counts = countsOf(told)
  const isMissing = ({ core, times }: Wording) => (counts.get(core) ?? 0) < times
  return cells.flatMap((labelCell, index): WrittenLabel[] => {
    const as = told[index]
    if (as === undefined) return []
    if (as !== 'unknown') return [written(text, as, labelCell, vocabulary, chosen)]
    if (!isReadWell) return []
    const meant = nearest(labelCell, vocabulary, isMissing) ?? columnAt(index, labelCell, told, format, vocabulary)
    return meant !== undefined && isMissing(meant.wording) ? [written(text, meant, labelCell, vocabulary, chosen)] : []
  })
}

function written(
  text: string,
  { standing, wording, letters }: Known,
  { cell }: LabelCell,
  { official }: Vocabulary,
  { format }: Edition,
): WrittenLabel {
  const { kind, id } = wording
  const isSame = (other: Wording) => other.kind === kind && other.id === id
  const now = standing === 'former' ? [...official.values()].find(isSame) : wording
  // A bracket behind the last letter belongs to the label, one that opens there to a note.
  const rest = /^[^([（【\s]*/.exec(text.slice(letters.end, cell.end))?.[0].length ?? 0
  const span = { start: cell.start, end: letters.end + rest }
  const words = sliceOf(text, span).replace(/\s+/g, '')
  const edition = wording.edition ?? format.id
  return { standing, kind, id, official: now?.label, edition, words, span, letters, cell }
}

/** What a cell was found to say; undefined where nobody is held to its words. */
type Told = Known | 'unknown' | undefined

interface Known {
  readonly standing: WrittenLabel['standing']
  /** Of the edition whose words they are, or nearly are. */
  readonly wording: Wording & { readonly edition?: string }
  /** The words that say it. */
  readonly letters: Span
}

function tell(
  { core, words, bare, bareWords }: LabelCell,
  index: number,
  cells: readonly LabelCell[],
  { official, former, familiar, pieces }: Vocabulary,
): Told {
  for (const [name, letters] of [
    [core, words],
    [bare, bareWords],
  ] as const) {
    const wording = official.get(name)
    if (wording !== undefined) return { standing: 'official', wording, letters }
    const old = former.get(name)
    if (old !== undefined && !isPiece(index, cells, official)) return { standing: 'former', wording: old, letters }
    if (familiar.has(name) || old !== undefined) return undefined
  }
  return pieces.includes(core) ? undefined : 'unknown'
}

/** So many cells may a label be wrapped over. */
const MOST_PIECES = 4

/** Whether a cell is an official label together with those around it: a label may be wrapped over cells. */
function isPiece(index: number, cells: readonly LabelCell[], official: Vocabulary['official']): boolean {
  for (let from = Math.max(0, index - MOST_PIECES + 1); from <= index; from++) {
    let joined = ''
    for (let at = from; at < from + MOST_PIECES && at < cells.length; at++) {
      joined += cells[at]?.core
      if (at > from && at >= index && official.has(joined)) return true
    }
  }
  return false
}

function countsOf(told: readonly Told[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const as of told) {
    if (typeof as === 'object') counts.set(as.wording.core, (counts.get(as.wording.core) ?? 0) + 1)
  }
  return counts
}

/** The one official label that differs in few letters, if it is not elsewhere in the table. */
function nearest(
  { core, words, bare, bareWords }: LabelCell,
  { official, pieces }: Vocabulary,
  isMissing: (wording: Wording) => boolean,
): Known | undefined {
  let best: Known | undefined
  let least = Number.POSITIVE_INFINITY
  for (const wording of official.values()) {
    for (const [name, letters] of [
      [core, words],
      [bare, bareWords],
    ] as const) {
      const wrong = pieces.includes(name) ? undefined : wrongLetters(name, wording.core)
      if (wrong === undefined || wrong > least) continue
      // Two labels as near as each other: which is meant nobody knows.
      best =
        wrong === least && best !== undefined && best.wording !== wording
          ? undefined
          : { standing: 'misspelt', wording, letters }
      least = wrong
    }
  }
  return best !== undefined && isMissing(best.wording) ? best : undefined
}

/** The column whose place a cell has among heads: between its neighbours, in a block that lacks just its head there. */
function columnAt(
  index: number,
  { bare, bareWords }: LabelCell,
  told: readonly Told[],
  { blocks }: TableFormat,
  { official, pieces }: Vocabulary,
): Known | undefined {
  if (pieces.includes(bare)) return undefined
  const before = coreAt(told, index - 1)
  const after = coreAt(told, index + 1)
  for (const { stub = '', columns, rows } of blocks) {
    const heads = [stub, ...columns.map(({ label }) => label), rows[0]?.label ?? ''].map(coreOf)
    const at = columns.findIndex((_, column) => heads[column] === before && heads[column + 2] === after)
    const wording = official.get(heads[at + 1] ?? '')
    if (at >= 0 && wording !== undefined && shareOfLetters(bare, wording.core) >= MOST_LETTERS) {
      return { standing: 'misspelt', wording, letters: bareWords }
    }
  }
  return undefined
}

/** Words with fewer letters of a head, though in its place, are other words. */
const MOST_LETTERS = 0.6

function coreAt(told: readonly Told[], index: number): string | undefined {
  const as = told[index]
  return typeof as === 'object' ? as.wording.core : undefined
}

function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}
