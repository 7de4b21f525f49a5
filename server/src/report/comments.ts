import type { Span } from '../text/span.ts'

const OPENS = '<!--'
const CLOSES = '-->'

/** The comments of Markdown and HTML, in the order of the text. One that is not closed yet is no comment: it is being typed. */
export function* commentsIn(text: string): Generator<Span> {
  for (let start = text.indexOf(OPENS); start !== -1; ) {
    // `<!-->` is a whole comment.
    const close = text.indexOf(CLOSES, start + '<!'.length)
    if (close === -1) return
    const end = close + CLOSES.length
    yield { start, end }
    start = text.indexOf(OPENS, end)
  }
}
