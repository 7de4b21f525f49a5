import { decodeHTML } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { WORD_JOINER } from '../text/fold.ts'
import { Blanks } from './blanks.ts'
import { commentsIn } from './comments.ts'
import { INLINE, isInline, joinedFigures, setsApart } from './inline.ts'

/**
 * A text with its HTML taken out in place: every tag, entity and comment becomes blanks of the same length, so that
 * offsets stay those of the source; between the digits of one figure, joiners. Table rows become lines, cells are set apart
 * by tabs, blocks of prose become lines; line ends within a table become spaces. Borders that are drawn with characters
 * become bars and dashes. Text without any of this is given back as it is.
 */
export function plainText(source: string): string {
  const text = withoutBorders(withoutComments(source))
  if (!text.includes('<') || !MARKUP.test(text)) {
    const plain = text === source ? text : joinedFigures(text)
    return plain.includes('&') ? plain.replace(ENTITY, blankEntity) : plain
  }
  const out = new Blanks(text)
  let inCell = false
  let tables = 0
  let cellsInRow = 0
  let hidden = false
  // Whether what stands behind a tag goes on with the letters before it, and whether any in its cell or block are set apart.
  let joins = false
  let isApart = false
  let isInlineTag = false

  const pass = (name: string) => {
    isInlineTag = isInline(name)
    if (isInlineTag) return
    joins = false
    isApart = !BLOCKS.has(name) && !CELLS.has(name)
  }
  const open = (name: string, at: number) => {
    pass(name)
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
    pass(name)
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
        out.copy(start, inCell || tables > 0 ? source.replace(/[\r\n\t]/g, ' ') : source, joins && !isApart)
        joins = true
        if (/[\n\r|]/.test(source)) isApart = false
      },
      ontextentity: nothing,
      onattribdata: (start, end) => {
        if (isInlineTag && !isApart) isApart = setsApart(text.slice(start, end))
      },
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
  return joinedFigures(out.text()).replace(ENTITY, blankEntity)
}

/** Blanks in place of comments. */
export function withoutComments(text: string): string {
  let plain = ''
  let at = 0
  for (const { start, end } of commentsIn(text)) {
    plain += text.slice(at, start) + WORD_JOINER.repeat(end - start)
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

/** Tags that make a text HTML, or a Markdown text with HTML in it. */
const MARKUP = new RegExp(
  String.raw`</?(?:table|tr|td|th|p|div|html|body|br|sup|sub|del|ins|s|strike|o:p|st1:\w+|${INLINE.join('|')})[\s>/]`,
  'i',
)
/** Elements whose text nobody sees. */
const HIDDEN = new Set(['script', 'style'])
const CELLS = new Set(['td', 'th', 'tr'])
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
