import type { Format } from '../../formats/schema.ts'
import { type CitedTitle, titleParts } from '../../report/facts/notice-titles.ts'
import type { CitedNotice } from '../../report/facts/notices.ts'
import type { Report } from '../../report/report.ts'
import { reworded } from '../../text/reword.ts'
import { narrowed, type Span, type SpanEdit, sliceOf } from '../../text/span.ts'
import type { Fix } from '../rule.ts'
import type { Citation } from './citations.ts'

export const officialTitle = ({ notice }: Format): string => notice.title

/** Before the first section stands what the report was drawn up by; further down a notice may be spoken of. */
export const isPreamble = ({ sections }: Report, at: number): boolean => at < (sections[0]?.span.start ?? 0)

/** The official number in place of a garbled one. */
export function writeNumber(report: Report, { notice }: Format, { span }: CitedNotice): Fix[] {
  return fixes('fix/notice', notice.number, [replaced(report, span, notice.number)], true)
}

/** The words of the title as they are, with the office if it is named there. */
export function rewordTitle(report: Report, format: Format, title: CitedTitle): Fix[] {
  return fixes('fix/notice', officialTitle(format), [titleEdit(report, format, title)], true)
}

/** Title and number of the year's notice in place of another's. */
export function exchange(report: Report, format: Format, { title, number }: Citation, safe: boolean): Fix[] {
  const edits = [
    ...(title === undefined ? [] : [titleEdit(report, format, title)]),
    ...(number === undefined ? [] : [replaced(report, number.span, format.notice.number)]),
  ]
  return fixes('fix/notice', format.notice.number, edits, safe)
}

export function writeDecree(report: Report, decree: number, span: Span): Fix[] {
  return fixes('fix/decree', `${decree}`, [replaced(report, span, `${decree}`)], true)
}

/** A misquoted title keeps its brackets as they are written; that of another notice is replaced. */
function titleEdit(report: Report, format: Format, { span, namesOffice, edition }: CitedTitle): SpanEdit | undefined {
  const words = namesOffice ? officialTitle(format) : titleParts(format).subject
  return edition === format ? reworded(report.text, span, words) : replaced(report, span, words)
}

/** Where markup or a line end stands within, a person has to see to it. */
function replaced({ text }: Report, span: Span, newText: string): SpanEdit | undefined {
  return /[<>\n\r\t|]/.test(sliceOf(text, span)) ? undefined : narrowed(text, { span, newText })
}

function fixes(key: string, words: string, edits: readonly (SpanEdit | undefined)[], safe: boolean): Fix[] {
  const all = edits.filter((edit) => edit !== undefined)
  if (all.length < edits.length) return []
  return [{ title: { key, args: { words } }, edits: all, preferred: true, safe }]
}
