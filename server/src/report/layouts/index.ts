import type { Span } from '../../text/span.ts'
import type { LayoutName } from '../report.ts'
import { html } from './html.ts'
import type { Layout } from './layout.ts'
import { lines, tabbedLines } from './lines.ts'
import { bars, pipes, tabs } from './rows.ts'
import { glued, spaces } from './runs.ts'

const LAYOUTS: Partial<Record<LayoutName, Layout>> = { tabs, pipes, bars, lines, tabbedLines, html, spaces, glued }

export const layoutNamed = (name: LayoutName): Layout => LAYOUTS[name] ?? lines

/** Where figures stand: from the end of a label to the start of the next. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** So many rows show the layout of a table. */
const ENOUGH = 4
const LONGEST_GAP = 200

/**
 * The layout of a table by what stands in front of its figures; of a table without figures, by what follows its labels.
 * `labels` are all labels of the table: where one run of digits is all there is, they tell what it is.
 */
export function layoutOf(text: string, stretches: readonly Stretch[], labels: readonly Span[]): Layout {
  const votes = new Map<LayoutName, number>()
  let besides = 0
  let below = 0
  const vote = (name: LayoutName) => votes.set(name, (votes.get(name) ?? 0) + 1)
  const first = stretches.slice(0, ENOUGH)
  for (const { from, to } of first) {
    const gaps = gapsBeforeFigures(text, from, to)
    for (const gap of gaps) vote(isBelowTab(gap) ? 'lines' : separatorIn(gap))
    for (const gap of gaps.slice(1)) {
      if (/^[ \u3000]+$/.test(gap)) besides++
      else if (/^\s+$/.test(gap)) below++
    }
  }
  if (votes.size === 0)
    for (const { from, to } of first) vote(separatorIn(firstLine(text.slice(from, Math.min(to, from + LONGEST_GAP)))))
  const name = mostVoted(votes)
  if (name === 'lines' && votes.get(name) === 1 && areGlued(text, labels)) return glued
  // A label's letters may stand on the lines around its figures; figures stand below one another, or they do not.
  if (name === 'lines' && besides > below) return spaces
  if (name !== 'bars') return layoutNamed(name)
  // A single stretch may follow a head that is covered from above; Markdown then still has its line of dashes.
  const [only] = stretches
  if (only !== undefined && stretches.length === 1 && !hasDashes(text, only)) return bars
  return stretches.slice(0, ENOUGH).every(({ from }) => beginsWithBar(text, from)) ? pipes : bars
}

function gapsBeforeFigures(text: string, from: number, to: number): string[] {
  const gaps: string[] = []
  let end = from
  for (const { index, 0: digits } of text.slice(from, to).matchAll(FIGURE)) {
    gaps.push(text.slice(end, from + index))
    end = from + index + digits.length
  }
  return gaps
}

/** Digits with the points and commas among them. */
const FIGURE = /[\d０-９]+(?:[.,．，][\d０-９]+)*/g

/** What follows a label on its line, if anything does. */
const firstLine = (rest: string): string => /^[^\n\r]*[|\t]/.exec(rest)?.[0] ?? rest

function separatorIn(gap: string): LayoutName {
  const lastBreak = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'))
  // What stands before the figure on its own line.
  const before = gap.slice(lastBreak + 1)
  const lastBar = gap.lastIndexOf('|')
  if (lastBar >= 0) {
    if (lastBreak < 0) return 'bars'
    const firstBreak = gap.search(/[\n\r]/)
    const hasCellBetween = gap.slice(firstBreak, Math.max(firstBreak, lastBar)).trim() !== ''
    // No bar, or no more than the one that opens the line.
    return hasCellBetween || /^[^|]*(?:\|[ \t]*)?$/.test(before) ? 'lines' : 'bars'
  }
  const lastTab = gap.lastIndexOf('\t')
  if (lastTab >= 0) return /[\n\r]/.test(gap[lastTab - 1] ?? '') ? 'tabbedLines' : 'tabs'
  if (lastBreak >= 0) return 'lines'
  return /\s/.test(gap) ? 'spaces' : 'glued'
}

/** A tab on a line of its own stands between lines, as a bar may: a browser's text of cells that hold paragraphs. */
function isBelowTab(gap: string): boolean {
  const lastTab = gap.lastIndexOf('\t')
  return lastTab >= 0 && /^[ \u3000]*[\n\r]\s*$/.test(gap.slice(lastTab + 1)) && !gap.includes('|')
}

function mostVoted(votes: ReadonlyMap<LayoutName, number>): LayoutName {
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'lines'
}

/** Whether most labels that follow one another do so without anything between. */
function areGlued(text: string, labels: readonly Span[]): boolean {
  let gaps = 0
  let empty = 0
  labels.forEach(({ end }, index) => {
    const next = labels[index + 1]?.start ?? Number.POSITIVE_INFINITY
    if (next - end > LONGEST_GAP || text.slice(end, next).trim() !== '') return
    gaps++
    if (next <= end) empty++
  })
  return empty * 2 > gaps
}

const LONGEST_HEAD = 1200

const hasDashes = (text: string, { from, to }: Stretch): boolean =>
  /[|+][ :]*[-=]{3,}[ :]*[|+]/.test(text.slice(Math.max(0, from - LONGEST_HEAD), to))

/** Markdown tables begin their lines with a bar. */
function beginsWithBar(text: string, at: number): boolean {
  let start = at
  while (start > 0 && text[start - 1] !== '\n') start--
  return text[start] === '|'
}
