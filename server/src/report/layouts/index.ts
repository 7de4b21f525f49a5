import type { LayoutName } from '../report.ts'
import type { Layout } from './layout.ts'
import { lines, tabbedLines } from './lines.ts'
import { bars, pipes, tabs } from './rows.ts'

const LAYOUTS: Partial<Record<LayoutName, Layout>> = { tabs, pipes, bars, lines, tabbedLines }

/** A table shows its layout in this much of it. */
const ENOUGH = 1000

/** The layout of a stretch of text that holds `rows` labelled rows, told by the separators it uses. */
export function layoutOf(text: string, from: number, to: number, rows: number): Layout {
  const end = Math.min(to, from + ENOUGH)
  const least = (rows * (end - from)) / Math.max(1, to - from)
  const bar = count(text, '|', from, end)
  if (bar >= least) return isMarkdown(text, from, end) ? pipes : bars
  const tab = count(text, '\t', from, end)
  if (tab < least) return lines
  return count(text, '\n\t', from, end) * 1.2 > tab ? tabbedLines : tabs
}

export const layoutNamed = (name: LayoutName): Layout => LAYOUTS[name] ?? lines

function count(text: string, separator: string, from: number, to: number): number {
  let total = 0
  for (let at = text.indexOf(separator, from); at !== -1 && at < to; at = text.indexOf(separator, at + 1)) total++
  return total
}

/** Markdown tables begin their lines with a bar, or have a line of dashes. */
function isMarkdown(text: string, from: number, to: number): boolean {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  return text[lineStart] === '|' || /^\|?[ :]*-{3,}[ :]*\|/m.test(text.slice(from, to))
}
