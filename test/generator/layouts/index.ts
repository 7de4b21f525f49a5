import { absent } from './absent.ts'
import { barLines, barredLines } from './barred-lines.ts'
import { gluedFlat, gluedRows } from './glued.ts'
import { html, htmlInMarkdown, htmlPage } from './html.ts'
import { denseLines, lines } from './lines.ts'
import { barPage, bars, mergedBars, pipes, tabs } from './rows.ts'
import { pdf, spaces } from './spaces.ts'
import type { Style } from './style.ts'
import { tabbedLines } from './tabbed-lines.ts'

/** Every layout of real reports, L1 to L13, in the dialects that differ for a reader. */
export const STYLES = {
  tabs,
  pipes,
  bars,
  mergedBars,
  barredLines,
  barLines,
  lines,
  denseLines,
  tabbedLines,
  html,
  htmlInMarkdown,
  htmlPage,
  barPage,
  spaces,
  pdf,
  gluedRows,
  gluedFlat,
  absent,
} satisfies Record<string, Style>

export type StyleName = keyof typeof STYLES
export const STYLE_NAMES = Object.keys(STYLES) as StyleName[]
export const styleOf = (name: StyleName): Style => STYLES[name]
