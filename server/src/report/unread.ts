import type { Span } from '../text/span.ts'
import { codeBlocks } from './code-blocks.ts'
import { commentsIn } from './comments.ts'
import { withoutComments } from './plain.ts'

/** Whether what stands at an offset is read by nobody as a part of the report: it is in a comment or in fenced code. */
export function isUnread(text: string, offset: number): boolean {
  const holds = ({ start, end }: Span) => start < offset && offset < end
  return [...commentsIn(text)].some(holds) || codeBlocks(withoutComments(text)).some(holds)
}
