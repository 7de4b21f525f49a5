import type { LayoutName } from '../report.ts'
import type { Layout } from './layout.ts'
import { lines, tabbedLines } from './lines.ts'
import { bars, pipes, tabs } from './rows.ts'

const LAYOUTS: Partial<Record<LayoutName, Layout>> = { tabs, pipes, bars, lines, tabbedLines }

/** The layout of a stretch of text that holds `rows` labelled rows, told by the separators it uses. */
export function layoutOf(text: string, from: number, to: number, rows: number): Layout {
  let tabCount = 0
  let leadingTabs = 0
  let barCount = 0
  let lineCount = 0
  let dashes = false
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x09) {
      tabCount++
      if (at === 0 || text.charCodeAt(at - 1) === 0x0a) leadingTabs++
    } else if (unit === 0x7c) {
      barCount++
      if (text.startsWith('|---', at) || text.startsWith('| ---', at)) dashes = true
    } else if (unit === 0x0a) lineCount++
  }
  if (barCount >= rows && barCount >= tabCount)
    return dashes || text.startsWith('|', lineStart(text, from)) ? pipes : bars
  if (tabCount >= rows) return leadingTabs * 1.2 > tabCount ? tabbedLines : tabs
  return lineCount >= rows ? lines : lines
}

export const layoutNamed = (name: LayoutName): Layout => LAYOUTS[name] ?? lines

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
