import { layoutNamed } from '../report/layouts/index.ts'
import { readReport } from '../report/read.ts'
import type { Wording } from '../rules/rule.ts'
import { type Block, withCells } from './blocks.ts'
import { inlineMarkdown, lineMarkdown } from './markdown.ts'

/** A report as Markdown, made from a file of another kind. */
export interface Draft {
  readonly text: string
  /** What had no place in the text and is kept in a comment at its end. */
  readonly kept: readonly Wording[]
  /** What is in the file alone. */
  readonly left: readonly Wording[]
}

/** A piece of the draft and, where it may be a heading, the line that it is. */
interface Piece {
  readonly block: Block
  readonly text: string
}

/**
 * Blocks as Markdown: tables with bars, a heading for the title and for each section, which are told by their words as in
 * any draft; other headings as the file marks them, one below the other.
 *
 * @param remarks goes into a comment at the end, a line each
 */
export function draftOf(blocks: readonly Block[], remarks: readonly string[]): string {
  const pieces = blocks.map((block): Piece => ({ block, text: markdownOf(block) }))
  const levels = headingLevels(pieces)
  const lines = pieces.map(({ block, text }, index) => {
    const level = levels.get(index) ?? (block.kind === 'heading' ? Math.max(LOWEST_SECTION + 1, block.level) : 0)
    return level > 0 ? `${'#'.repeat(Math.min(6, level))} ${text}` : text
  })
  if (remarks.length > 0) lines.push(comment([KEPT, ...remarks].join('\n')))
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`
}

const LOWEST_SECTION = 2
const KEPT = '原文件里还有以下内容，正文中没有位置可放，核对后可以删去：'

function markdownOf(block: Block): string {
  if (block.kind === 'table') return layoutNamed('pipes').write(withCells(block.grid, cellMarkdown), '\n').trimEnd()
  if (block.kind === 'picture') return comment(block.text === '' ? '图片' : `图片：${block.text}`)
  return lineMarkdown(block.text)
}

const cellMarkdown = (text: string): string => text.split('\n').map(inlineMarkdown).join('<br>')

/** The end of a comment must not stand in it. */
function comment(text: string): string {
  const words = text.replaceAll('--', '－－')
  return words.includes('\n') ? `<!--\n${words}\n-->` : `<!-- ${words} -->`
}

/** By the index of a piece: the level of the title and of the headings of sections. */
function headingLevels(pieces: readonly Piece[]): Map<number, number> {
  const levels = new Map<number, number>()
  const starts: number[] = []
  let at = 0
  for (const { text } of pieces) {
    starts.push(at)
    at += text.length + 2
  }
  const report = readReport(pieces.map(({ text }) => text).join('\n\n'))
  const pieceAt = (offset: number) => starts.findLastIndex((start) => start <= offset)
  const head = (span: { readonly start: number; readonly end: number } | undefined, level: number) => {
    if (span === undefined) return
    const index = pieceAt(span.start)
    const piece = pieces[index]
    if (piece === undefined || piece.block.kind === 'table' || piece.block.kind === 'picture') return
    const isAll = span.start === starts[index] && span.end === span.start + piece.text.length
    if (isAll) levels.set(index, level)
  }
  head(report.facts.title, 1)
  for (const { title } of report.sections) head(title, LOWEST_SECTION)
  return levels
}
