import { type Draft, draftOf } from '../draft.ts'
import { htmlBlocks } from './html-blocks.ts'

/** A saved web page as a Markdown draft. Throws a `Refusal` for one that is nested or merged beyond the limits. */
export function readPage(html: string): Draft {
  const blocks = htmlBlocks(html)
  const count = blocks.filter(({ kind }) => kind === 'picture').length
  return { text: draftOf(blocks, []), kept: [], left: count === 0 ? [] : [{ key: 'word/pictures', args: { count } }] }
}
