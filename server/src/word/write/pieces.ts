import type { Grid } from '../../report/layouts/layout.ts'
import type { Report } from '../../report/report.ts'
import type { Wording } from '../../rules/rule.ts'
import type { Span } from '../../text/span.ts'
import type { Block } from '../blocks.ts'
import { writtenTable } from './official.ts'
import { type Dialect, proseBlocks } from './prose.ts'

/** What is printed, one below another. */
export type Piece =
  | { readonly kind: 'title' | 'section' | 'subheading' | 'paragraph' | 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid }

export interface Pieces {
  readonly pieces: readonly Piece[]
  /** What is not as the official form has it, or not there. */
  readonly remarks: readonly Wording[]
}

/**
 * A report as it is printed: its tables in the official form of the edition that each is written in, its title and
 * sections as such, and all other words as they are. A table that could not be read for certain stays as it is.
 */
export function piecesOf(report: Report, dialect: Dialect): Pieces {
  const { text } = report
  const remarks: Wording[] = []
  const pieces: Piece[] = []
  let at = 0
  for (const table of report.tables) {
    const written = writtenTable(report, table)
    if (written.remark !== undefined) remarks.push(written.remark)
    if (written.extent === undefined || written.grid === undefined || written.extent.start < at) continue
    pieces.push(...prose(report, { start: at, end: written.extent.start }, dialect, remarks))
    pieces.push({ kind: 'table', grid: written.grid })
    at = written.extent.end
  }
  pieces.push(...prose(report, { start: at, end: text.length }, dialect, remarks))
  return { pieces: signed(pieces, report), remarks }
}

function* prose(report: Report, { start, end }: Span, dialect: Dialect, remarks: Wording[]): Iterable<Piece> {
  const { facts, sections } = report
  const isIn = (span: Span) => start <= span.start && span.end <= end
  const plain = (span: Span) => bare(report.text.slice(span.start, span.end))
  const title = facts.title !== undefined && isIn(facts.title) ? plain(facts.title) : undefined
  const heads = new Set(sections.filter((section) => isIn(section.title)).map((section) => plain(section.title)))
  const { blocks, comments } = proseBlocks(report.text.slice(start, end), dialect)
  for (const words of comments) remarks.push({ key: 'word/remark', args: { words } })
  for (const block of blocks) yield* pieceOf(block, title, heads)
}

function* pieceOf(block: Block, title: string | undefined, heads: ReadonlySet<string>): Iterable<Piece> {
  if (block.kind === 'picture') return
  if (block.kind === 'table') return yield { kind: 'table', grid: block.grid }
  const { text } = block
  const words = bare(text)
  // A title may take two lines.
  const isTitle =
    title !== undefined && words !== '' && (words === title || (title.includes(words) && isTitleLine(block)))
  if (isTitle) yield { kind: 'title', text }
  else if (heads.has(words)) yield { kind: 'section', text }
  else if (block.kind === 'heading' || SUBHEADING.test(text)) yield { kind: 'subheading', text }
  else yield { kind: 'paragraph', text }
}

const LONGEST_SUBHEADING = 30
/** （一） and what it is about, on a line of its own. */
const SUBHEADING = new RegExp(`^[（(][一二三四五六七八九十]{1,3}[）)][^。；！？]{0,${LONGEST_SUBHEADING}}$`)

const isTitleLine = (block: Block): boolean =>
  block.kind === 'heading' || ('text' in block && /年|报告/.test(block.text))

/** Without blanks and the marks that a heading may have around it. */
const bare = (text: string): string => text.replace(/<[^>]*>|[\s#*_]+/g, '')

const DATE = /^(?:\d{4}|[〇零○一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/

/** The organ and the date at the end stand to the right. */
function signed(pieces: readonly Piece[], { facts }: Report): Piece[] {
  const last = pieces.length - 1
  const isLine = (index: number, isMeant: (words: string) => boolean) => {
    const piece = pieces[index]
    return piece?.kind === 'paragraph' && isMeant(bare(piece.text))
  }
  if (!isLine(last, (words) => DATE.test(words))) return [...pieces]
  const isOrgan = isLine(last - 1, (words) => words === facts.organ)
  return pieces.map((piece, index) =>
    piece.kind === 'paragraph' && (index === last || (isOrgan && index === last - 1))
      ? { kind: 'signature', text: piece.text }
      : piece,
  )
}
