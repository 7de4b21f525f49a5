import type { Span } from '../../text/span.ts'
import { type Insertion, type Layout, type Model, type Note, wordsAt } from './layout.ts'
import { type MergedCell, mergedRows, spanAttributes } from './merged.ts'
import { tabs } from './rows.ts'

/** HTML tables. They are read as plain text, in which a row is a line and tabs set cells apart. */
export const html: Layout = {
  name: 'html',
  keepsBlanks: true,
  slots: tabs.slots,
  blankAt: (source, at) => {
    // Read from its tag's first character on, a blank cell begins where the tag ends.
    const from = Math.max(0, at - 2)
    const tag = CELL_TAG.exec(source.slice(from, from + LONGEST_TAG))
    return tag === null ? at : from + tag[0].length
  },
  write: (grid, newline, model) => {
    const tags = tagsOf(model)
    const rows = mergedRows(grid).map((row) => {
      const cells = row.map((cell) => cellTag(tags, cell))
      return `${tags.row.open}${cells.join('')}${tags.row.close}${newline}`
    })
    return model === undefined ? `<table>${newline}${rows.join('')}</table>${newline}` : rows.join('')
  },
  extent: wholeRows,
  below: rowOrParagraphBelow,
}

/** The next tag that opens a cell, and all before it; with the tags within the cell that style what is written there. */
const CELL_TAG = /^[\s\S]*?<t[dh](?=[\s>])[^>]*>(?:\s*<(?:p|div|span|font|b|strong|i|em)(?=[\s>])[^>]*>)*/i
/** With its styles, as word processors write them. */
const LONGEST_TAG = 2000

/** What stands around the words of a cell, and around the cells of a row. */
interface Tags {
  readonly row: { readonly open: string; readonly close: string }
  readonly cell: { readonly open: string; readonly close: string }
}

const PLAIN: Tags = { row: { open: '<tr>', close: '</tr>' }, cell: { open: '<td>', close: '</td>' } }
/** What belongs to one cell or row alone. */
const ITS_OWN = /\s+(?:rowspan|colspan|id)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi

/** The tags of a row and a cell as the model has them around a figure. */
function tagsOf(model: Model | undefined): Tags {
  if (model?.figure === undefined) return PLAIN
  const { text, extent, figure } = model
  const before = text.slice(Math.max(extent.start, figure.start - LONGEST_TAG), figure.start)
  const row = [...before.matchAll(/<tr(?:\s[^<>]*)?>/gi)].at(-1)
  const open = /<td(?:\s[^<>]*)?>(?:\s|<(?!\/?t[dhr])[^<>]*>)*$/i.exec(before)
  const close = /^(?:\s|<(?!\/?t[dhr])[^<>]*>)*<\/td\s*>/i.exec(text.slice(figure.end, figure.end + LONGEST_TAG))
  if (row === undefined || open === null || close === null) return PLAIN
  const isUpper = row[0].startsWith('<TR')
  return {
    row: { open: row[0].replace(ITS_OWN, ''), close: isUpper ? '</TR>' : '</tr>' },
    cell: { open: open[0].replace(ITS_OWN, ''), close: close[0] },
  }
}

const cellTag = ({ cell: { open, close } }: Tags, cell: MergedCell): string =>
  open.replace(/^<\w+/, (name) => name + spanAttributes(cell)) + escaped(wordsAt(cell)) + close

/** A text as HTML. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** From the tag of the first row to that of the last. */
function wholeRows(text: string, { start, end }: Span): Span | undefined {
  const tag = /^<tr[\s>]/i
  let from = text.lastIndexOf('<', start)
  while (from > 0 && !tag.test(text.slice(from, from + 4))) from = text.lastIndexOf('<', from - 1)
  const close = /<\/tr\s*>|<tr[\s>]|<\/table/i.exec(text.slice(end))
  if (from === -1 || !tag.test(text.slice(from, from + 4)) || close === null || !/^<\/tr/i.test(close[0]))
    return undefined
  return { start: from, end: end + close.index + close[0].length }
}

/** A paragraph below the table; where more rows follow, as on a page that is one table, a row of one cell. */
function rowOrParagraphBelow(text: string, { end }: Span, { words, newline, columns }: Note): Insertion {
  const closing = /^(?:\s*<\/(?:tbody|table)\s*>)*\s*<\/table\s*>/i.exec(text.slice(end, end + LONGEST_TAG))
  if (closing === null)
    return { at: end, newText: `${newline}<tr><td colspan="${columns}">${escaped(words)}</td></tr>` }
  return { at: end + closing[0].length, newText: `${newline}<p>${escaped(words)}</p>` }
}
