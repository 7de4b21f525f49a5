import type { Draw } from '../figures.ts'
import { type Cell, isCell, isRow, rowsIn, type TableModel } from '../table.ts'
import { besides, type Damage, damaged, mapCells, notSeparated, pick, replaced, rowsAbove } from './damage.ts'
import { inKangxi, inTraditional } from './look-alikes.ts'

/** What happens to the words of labels and heads. Rows stay exact: labels are known by enough of them. */

/** Labels that are parts of others: without their number they are known by their place alone. */
const COMMON = /^(?:其他|总计)$/
const NUMBERING = /^(?:[（(].[）)]|[一二三四]、|\d[.．])/
const bare = (text: string): string => text.replace(NUMBERING, '')
/** Wrapped or not. */
const isCommon = (text: string): boolean => COMMON.test(bare(text).replace(/\s/g, ''))

/** A damage that rewrites words, those of a third of the labels and heads or (by draw) of all. */
function words(name: string, change: (cell: Cell, draw: Draw) => string, kinds: readonly Cell['kind'][]): Damage {
  return {
    name,
    held: 'exact',
    apply(table, draw) {
      const all = draw(1) === 1
      const touched: string[] = []
      const lines = mapCells(table.lines, (cell) => {
        if (!kinds.includes(cell.kind) || !(all || draw(2) === 0)) return cell
        const text = change(cell, draw)
        if (text !== cell.text && cell.kind === 'label' && cell.of !== undefined) touched.push(cell.of)
        return { ...cell, text }
      })
      return damaged(table, lines, 'exact', touched)
    },
  }
}

const LABELS = ['label', 'group'] as const
const ALL = ['label', 'group', 'head'] as const

/** Somewhere after the numbering, before the last letter. */
function wrapped(text: string, draw: Draw, mark: string): string {
  const from = (NUMBERING.exec(text)?.[0].length ?? 0) + 1
  if (text.includes('\n') || from >= text.length) return text
  const at = from + draw(text.length - 1 - from)
  return text.slice(0, at) + mark + text.slice(at)
}

export const wrappedWithSpace = words('wrapped: a space', ({ text }, draw) => wrapped(text, draw, ' '), ALL)
export const wrappedWithLine = words('wrapped: a new line', ({ text }, draw) => wrapped(text, draw, '\n'), ALL)

const LOST: readonly (readonly [string, string])[] = [
  ['增/减', '增/'],
  ['“三安全一稳定”', '三安全一稳定'],
  ['（一）项', ''],
  ['（五）项', '（五项'],
  ['（六）项', ''],
  ['（单位：万元）', '单位万元'],
]

export const lostCharacters = words(
  'lost characters',
  ({ text }) => LOST.reduce((left, [whole, rest]) => left.replace(whole, rest), text),
  ALL,
)

export const lostNumbering = words('numbering lost', ({ text }) => (isCommon(text) ? text : bare(text)), LABELS)

export const spacedNumbering = words(
  'a space after the numbering',
  ({ text }) => text.replace(NUMBERING, (number) => `${number} `),
  LABELS,
)

export const halfWidthMarks = words(
  'half-width marks',
  ({ text }) =>
    text
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll('，', ',')
      .replaceAll('：', ':')
      .replaceAll(/[“”]/g, '"'),
  ALL,
)

export const otherNumbering = words(
  'numbering with other marks',
  ({ text }, draw) => text.replace(/^(\d)\./, (_, digit) => `${digit}${pick(draw, ['、', '．', '. '])}`),
  LABELS,
)

export const kangxi = words('Kangxi radicals', ({ text }) => inKangxi(text), ALL)
export const traditional = words('traditional characters', ({ text }, draw) => inTraditional(text, draw(3) === 3), ALL)

const NOTES = ['（由制定机关填写）', '（含修订）', '（保留两位小数）']
export const notes = words('notes after the words', ({ text }, draw) => text + pick(draw, NOTES), ['head'])
export const labelNotes = words(
  'notes after a label',
  ({ text, of }, draw) => (of === 'governmentRules' ? text + pick(draw, NOTES) : text),
  ['label'],
)

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^1\.申请人无正当理由逾期不补正.*/s, '1.逾期不补正'],
  [/^2\.申请人逾期未按收费通知.*/s, '2.逾期不缴费'],
]
export const shortLabels = words(
  'short labels',
  ({ text }) => SHORT.reduce((left, [whole, rest]) => left.replace(whole, rest), text),
  ['label'],
)

/** 其他 and 总计 without their number: known by their place, if at all. */
export const bareLabels: Damage = {
  name: 'common labels without their number',
  held: 'neverWrong',
  finds: ['table/row-missing', 'table/label'],
  apply(table) {
    let result = table
    table.lines.forEach((line, at) => {
      const [row] = rowsIn(line)
      if (!isRow(line) || row === undefined) return
      if (!line.some((place) => isCell(place) && place.kind === 'label' && isCommon(place.text))) return
      const named = line.map((place) =>
        isCell(place) && place.kind === 'label' ? { ...place, text: bare(place.text) } : place,
      )
      result = damaged(result, replaced(result.lines, at, [named]), 'neverWrong', [row])
      result = besides(result, 'neverWrong', rowsAbove(table.lines, at))
    })
    return result
  },
}

/** The label is gone, the figures remain. */
export const lostLabel: Damage = {
  name: 'label lost',
  held: 'neverWrong',
  finds: ['table/row-missing', 'table/label'],
  untold: notSeparated,
  apply(table, draw) {
    const at = pick(draw, linesOfParts(table))
    const line = at === undefined ? undefined : table.lines[at]
    if (at === undefined || !isRow(line)) return table
    const unnamed = line.map((place) => (isCell(place) && place.kind === 'label' ? { ...place, text: '' } : place))
    const above = rowsAbove(table.lines, at)
    const without = damaged(table, replaced(table.lines, at, [unnamed]), 'neverWrong', rowsIn(line))
    return besides(damaged(without, without.lines, 'said', above), 'neverWrong', above)
  },
}

/** Lines of rows within a merged label, other than the first. */
export const linesOfParts = ({ lines, id }: TableModel): number[] =>
  lines.flatMap((line, at) => {
    const isPart = isRow(line) && line.slice(0, 2).every((place) => place === 'above') && rowsIn(line).length === 1
    return id === 'requests' && isPart ? [at] : []
  })
