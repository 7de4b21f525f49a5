import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { commentsIn } from '../../report/comments.ts'
import type { Grid, Place } from '../../report/layouts/layout.ts'
import { type Block, tidied } from '../blocks.ts'
import { htmlBlocks } from '../read/html-blocks.ts'

/** How a text is written: a line end begins a paragraph in plain text, Markdown has its marks. */
export type Dialect = 'markdown' | 'plain'

export interface Prose {
  readonly blocks: readonly Block[]
  /** The words of comments, but for those that speak to this program. */
  readonly comments: readonly string[]
}

/** Raw HTML is shown as such, and `[^1]: …` is a note that is to be read, not the target of links. */
const markdown = new MarkdownIt({ html: true }).disable(['reference', 'code'])

/** What stands in a stretch of text outside its official tables. */
export function proseBlocks(text: string, dialect: Dialect): Prose {
  const comments: string[] = []
  let shown = ''
  let at = 0
  for (const { start, end } of commentsIn(text)) {
    shown += `${text.slice(at, start)}\n`
    at = end
    const words = tidied(text.slice(start + '<!--'.length, end - '-->'.length))
    if (words !== '' && !/^nianbao-/.test(words)) comments.push(words)
  }
  shown += text.slice(at)
  return { blocks: dialect === 'markdown' ? markdownBlocks(shown) : lines(shown), comments }
}

/** A line is a paragraph; lines with tabs between their words are rows. */
function lines(text: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', grid: plainGrid(rows) })
    rows = []
  }
  for (const line of text.split(/[\r\n]+/)) {
    const words = tidied(line)
    if (words === '') continue
    if (/\S\t|\t\S/.test(line)) {
      rows.push(line.split('\t').map(tidied))
      continue
    }
    endTable()
    blocks.push({ kind: 'paragraph', text: words })
  }
  endTable()
  return blocks
}

function plainGrid(rows: readonly (readonly string[])[]): Grid {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) =>
    Array.from({ length: width }, (_, x) => ({ text: row[x] ?? '', isFigure: /\d/.test(row[x] ?? '') })),
  )
}

function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = []
  const lists: { ordered: boolean; next: number; marker: string }[] = []
  let heading = 0
  let marker = ''
  let rows: string[][] | undefined
  for (const token of markdown.parse(text, {})) {
    const { type } = token
    if (type === 'heading_open') heading = Number(token.tag.slice(1))
    else if (type === 'heading_close') heading = 0
    else if (type === 'ordered_list_open' || type === 'bullet_list_open')
      lists.push({
        ordered: type.startsWith('ordered'),
        next: Number(token.attrGet('start') ?? 1),
        marker: token.markup,
      })
    else if (type === 'ordered_list_close' || type === 'bullet_list_close') lists.pop()
    else if (type === 'list_item_open') {
      const list = lists.at(-1)
      marker = list?.ordered ? `${list.next++}${token.markup}` : '• '
    } else if (type === 'table_open') rows = []
    else if (type === 'tr_open') rows?.push([])
    else if (type === 'table_close') {
      if (rows) blocks.push({ kind: 'table', grid: gridOf(rows) })
      rows = undefined
    } else if (type === 'inline' && rows) rows.at(-1)?.push(shownLines(token).join('\n'))
    else if (type === 'inline') {
      for (const words of shownLines(token)) {
        blocks.push(
          heading > 0 ? { kind: 'heading', level: heading, text: words } : { kind: 'paragraph', text: marker + words },
        )
        marker = ''
      }
    } else if (type === 'fence' || type === 'code_block') blocks.push(...lines(token.content))
    else if (type === 'html_block') blocks.push(...htmlBlocks(token.content))
  }
  return blocks
}

/** The lines of a paragraph as they are read: people begin a paragraph with a line end, whatever Markdown makes of it. */
function shownLines(token: Token): string[] {
  let shown = ''
  let link = ''
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') shown += '\n'
    else if (child.type === 'html_inline') shown += /^<(?:br|p|div)\b/i.test(child.content) ? '\n' : ''
    else if (child.type === 'link_open') link = child.attrGet('href') ?? ''
    else if (child.type === 'link_close') {
      if (/^https?:/.test(link) && !shown.endsWith(link)) shown += `（${link}）`
      link = ''
    } else shown += child.content
  }
  return shown
    .split('\n')
    .map(tidied)
    .filter((line) => line !== '')
}

/** Markdown has no merged cells: what converters repeat beside or below a cell is one cell again. */
function gridOf(rows: readonly (readonly string[])[]): Grid {
  const isLabel = (text: string | undefined) => text !== undefined && /\p{L}{2}/u.test(text)
  return rows.map((row, y) =>
    row.map((text, x): Place => {
      if (isLabel(text) && text === row[x - 1]) return 'left'
      const above = rows[y - 1]
      const isBelow = isLabel(text) && above?.[x] === text && (x === 0 || above[x - 1] !== text)
      if (isBelow && row[x + 1] !== text && above[x + 1] !== text) return 'above'
      return { text, isFigure: !isLabel(text) }
    }),
  )
}
