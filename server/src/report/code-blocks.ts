import type { Span } from '../text/span.ts'

/**
 * Fenced code in Markdown shows a report, it is not one. A block that is not closed yet is none: it is being typed, and
 * what was there before is still read.
 */
export const codeBlocks = (text: string): Span[] => fencedBlocks(text).filter(({ isClosed }) => isClosed)

interface Block extends Span {
  readonly isClosed: boolean
}

/**
 * From each fence to the next of the same marks that is at least as long and has nothing behind it, as CommonMark has it; the
 * last one to the end of the text where there is none.
 */
export function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open: { readonly start: number; readonly marks: string } | undefined
  for (const { index, 0: line, 1: marks = '', 2: rest = '' } of text.matchAll(FENCE)) {
    if (open === undefined) {
      // What stands between backticks on one line is code within a paragraph.
      if (marks.startsWith('~') || !rest.includes('`')) open = { start: index, marks }
    } else if (marks.startsWith(open.marks) && /^[ \t]*$/.test(rest)) {
      blocks.push({ start: open.start, end: index + line.length, isClosed: true })
      open = undefined
    }
  }
  return open === undefined ? blocks : [...blocks, { start: open.start, end: text.length, isClosed: false }]
}

const FENCE = /^ {0,3}(`{3,}|~{3,})([^\r\n]*)/gm
