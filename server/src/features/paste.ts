import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import { newlineOf } from '../report/dialect.ts'
import type { LayoutName } from '../report/report.ts'
import { pasted } from '../report/writing/paste.ts'
import type { Review } from '../review/review.ts'
import { spanOf } from './ranges.ts'

const LAYOUTS: Readonly<Record<string, LayoutName>> = { markdown: 'pipes', html: 'html' }

/** What is written for copied HTML in place of a range: tables of the form on lines of their own; null where there is none. */
export function paste({ report }: Review, document: TextDocument, range: Range, html: string): string | null {
  const { start, end } = spanOf(document, range)
  const text = pasted(report, start, html, LAYOUTS[document.languageId] ?? 'tabs')
  if (text === undefined) return null
  const newline = newlineOf(report.text)
  const before = lastLines(report.text.slice(Math.max(0, start - LONGEST_LINE), start))
  const after = report.text.slice(end, end + LONGEST_LINE)
  const lead = before.line.trim() !== '' ? newline + newline : before.isBelowText ? newline : ''
  const trail = /^[^\S\r\n]*[^\s]/.test(after)
    ? newline + newline
    : /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*\S/.test(after)
      ? newline
      : ''
  return lead + text + trail
}

/** What stands before the cursor on its line, and whether the line above says anything. */
function lastLines(text: string): { readonly line: string; readonly isBelowText: boolean } {
  const lines = text.split(/\r\n|\r|\n/)
  return { line: lines.at(-1) ?? '', isBelowText: (lines.at(-2) ?? '').trim() !== '' }
}

/** Of a line, its ends are enough. */
const LONGEST_LINE = 2000
