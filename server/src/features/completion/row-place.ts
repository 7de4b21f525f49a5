import { type BlockFormat, rowOf } from '../../formats/schema.ts'
import { plainText } from '../../report/plain.ts'
import type { LayoutName, Row, Table } from '../../report/report.ts'
import { standsFor } from '../../report/table-forms.ts'
import { rowExtent } from '../../report/writing/row.ts'
import type { Gap } from '../../rules/table/row-missing.ts'
import { fold } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'
import type { Caret } from './offer.ts'

/**
 * Whether a row that is missing belongs on the caret's line: right behind the row before it or right before the one after it, if they
 * are of its block, or else right below the heads of its block.
 */
export function isPlaceFor(text: string, table: Table, id: string, { before, after }: Gap, caret: Caret): boolean {
  const { line, offset } = caret
  const block = rowOf(table.format, id)?.block
  if (block === undefined) return false
  const behind = before === undefined ? table.span.start : (rowExtent(text, table, before)?.end ?? before.span.end)
  const ahead = after && (rowExtent(text, table, after)?.start ?? after.label.start)
  if (line.start <= behind || (ahead !== undefined && ahead < offset)) return false
  if (table.layout === 'html' ? !isBetweenRows(text, caret) : DASHES.test(text.slice(offset, offset + LONGEST_TAG)))
    return false
  if (FIGURES.test(wordsBelow(text, table.layout, offset))) return false
  const above = { start: behind, end: line.start }
  const isBelow = isOf(block, before) && isBare(text, above, table.layout)
  if (table.layout === 'tabbedLines' && LEAD.test(near(text, above))) return false
  if (isOf(block, after)) return isBelow || isBare(text, { start: offset, end: ahead as number }, table.layout)
  if (isOf(block, before)) return isBelow && lineEnds(near(text, above)) <= lineEndsAfter(table.layout)
  return saysHeads(near(text, above), block)
}

const isOf = ({ rows }: BlockFormat, row: Row | undefined): boolean =>
  row !== undefined && rows.some(({ id }) => standsFor(row.id, id))

/** Figures that would be taken for those of a row above them. */
const FIGURES = /^[\s|]*[\d０-９][\d０-９,.，．]*[^\S\t\r\n]*(?:[\t|\r\n]|$)/

function wordsBelow(text: string, layout: LayoutName, offset: number): string {
  const below = text.slice(offset, offset + LONGEST_TAG)
  return layout === 'html' ? plainText(below) : below
}

/** No more stands between two rows, heads with all their tags included. */
const FAR = 20_000
const near = (text: string, { start, end }: Span): string => text.slice(Math.max(start, end - FAR), end)

/** Blank cells that a row has already begun with. */
const LEAD = /(\r\n|\n|\r)\1(?:\t[\t ]*(?:\r\n|\n|\r))+$/

/** Whether nothing stands there but what a table has between its rows. */
function isBare(text: string, span: Span, layout: LayoutName): boolean {
  const between = near(text, span)
  if (layout === 'html') return !/[\p{L}\p{N}]/u.test(plainText(between))
  // A tab begins a cell there.
  return layout === 'tabbedLines' ? /^[ \r\n]*$/.test(between) : /^[\s|]*$/.test(between)
}

const lineEnds = (between: string): number => between.match(/\r\n|\n|\r/g)?.length ?? 0

/** Below the last row; a blank line ends a row of cells that have lines of their own. */
const lineEndsAfter = (layout: LayoutName): number => (layout === 'tabbedLines' ? 2 : 1)

/** On the next line, those below the head of a Markdown table. */
const DASHES = /^[^\S\r\n]*(?:\r\n|\n|\r)[ |:+]*-{3}/

/** Whether the line is within a table and within no row of it. */
const isBetweenRows = (text: string, { line, offset }: Caret): boolean =>
  /(?:<\/tr\s*>|<t(?:able|body|head)\b[^<>]*>)\s*$/i.test(
    text.slice(Math.max(0, line.start - LONGEST_TAG), line.start),
  ) && /^\s*(?:<!--[^<>]*-->\s*)*<(?:tr|\/t(?:able|body|head))\b/i.test(text.slice(offset, offset + LONGEST_TAG))

/** With its attributes, a tag is not longer; nor is a line of blanks. */
const LONGEST_TAG = 2000

/** Whether all heads of a block stand in a stretch of text, and no other words. */
function saysHeads(between: string, { heading = '', stub = '', columns }: BlockFormat): boolean {
  const heads = [heading, stub, ...columns.flatMap(({ under, label }) => [...under, label])]
  const words = [...new Set(heads.map(fold))].filter((head) => head !== '')
  let rest = fold(plainText(between))
  for (const head of words.sort((a, b) => b.length - a.length)) {
    if (!rest.includes(head)) return false
    rest = rest.replaceAll(head, '')
  }
  return !/[\p{L}\p{N}]/u.test(rest)
}
