import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { commentsIn } from './comments.ts'

/**
 * A text with its HTML taken out in place: every tag, entity and comment becomes blanks of the same length, so that
 * offsets stay those of the source. Table rows become lines, cells are set apart by tabs, blocks of prose become lines;
 * line ends within a table become spaces. Borders that are drawn with characters become bars and dashes. Text without any
 * of this is given back as it is.
 */
export function plainText(source: string): string {
  const text = withoutBorders(withoutComments(source))
  if (!text.includes('<') || !MARKUP.test(text)) {
    return text.includes('&') ? text.replace(ENTITY, blankEntity) : text
  }
  const out = new Blanks(text)
  let inCell = false
  let tables = 0
  let cellsInRow = 0
  let hidden = false

  const open = (name: string, at: number) => {
    if (HIDDEN.has(name)) hidden = true
    if (name === 'table') tables++
    if (name === 'tr') {
      out.put(at, '\n')
      cellsInRow = 0
      inCell = false
    } else if (name === 'td' || name === 'th') {
      if (cellsInRow++ > 0) out.put(at, '\t')
      inCell = true
    } else if (!inCell && BLOCKS.has(name)) out.put(at, name === 'br' && isInBars(text, at) ? ' ' : '\n')
  }
  const close = (name: string, at: number) => {
    if (HIDDEN.has(name)) hidden = false
    if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') inCell = false
    if (name === 'table') tables = Math.max(0, tables - 1)
    // What stands between two rows belongs to no cell.
    if (name === 'table' || name === 'tr' || (!inCell && BLOCKS.has(name))) out.put(at, '\n')
  }
  const nothing = () => {}
  // The tokens are enough, and unlike a parser's tree they cost the same however deep tags are nested.
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => open(text.slice(start, end).toLowerCase(), start - '<'.length),
      onclosetag: (start, end) => close(text.slice(start, end).trim().toLowerCase(), start - '</'.length),
      ontext: (start, end) => {
        if (hidden) return
        const source = text.slice(start, end)
        out.copy(start, inCell || tables > 0 ? source.replace(/[\r\n\t]/g, ' ') : source)
      },
      ontextentity: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  return out.text().replace(ENTITY, blankEntity)
}

/** Blanks in place of comments. */
export function withoutComments(text: string): string {
  let plain = ''
  let at = 0
  for (const { start, end } of commentsIn(text)) {
    plain += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return at === 0 ? text : plain + text.slice(at)
}

/** What programs draw tables with, and bars as wide as an ideograph. */
const BORDER = /[\u2500-\u257f｜]/g
const LEVEL = /[─━┄┅┈┉╌╍═╴╶╸╺╼╾]/

const withoutBorders = (text: string): string => text.replace(BORDER, (mark) => (LEVEL.test(mark) ? '-' : '|'))

/** Within a row of a Markdown table a line break does not end the row. */
function isInBars(text: string, at: number): boolean {
  const limit = Math.max(1, at - LONGEST_CELL)
  let start = at
  while (start > limit && text[start - 1] !== '\n' && text[start - 1] !== '|') start--
  return text[start - 1] === '|'
}

/** A label with a line break in it is not longer. */
const LONGEST_CELL = 200

/** Tags that make a text HTML, or a Markdown text with a table in HTML. */
const MARKUP = /<(?:table|tr|td|th|p|div|html|body|br)[\s>/]/i
/** Elements whose text nobody sees. */
const HIDDEN = new Set(['script', 'style'])
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'title',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

const ENTITY = /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi

/** The character that an entity stands for, with blanks up to the entity's length; what is no entity stays. */
function blankEntity(entity: string): string {
  const character = decodeHTML(entity)
  return character.length > entity.length ? entity : character.padEnd(entity.length)
}

/** Blanks as long as a text, with pieces put in at their places, from first to last. */
class Blanks {
  private readonly pieces: string[] = []
  private at = 0
  constructor(private readonly source: string) {}

  copy(at: number, piece: string): void {
    if (at < this.at) return
    this.pieces.push(' '.repeat(at - this.at), piece)
    this.at = at + piece.length
  }

  /** One character in place of a tag's first. A tag that is only implied has no place of its own. */
  put(at: number, mark: string): void {
    if (this.source[at] === '<') this.copy(at, mark)
  }

  text(): string {
    return this.pieces.join('') + ' '.repeat(Math.max(0, this.source.length - this.at))
  }
}
