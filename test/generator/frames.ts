import type { Draw } from './figures.ts'
import { PAGE_WIDTH } from './layouts/rows.ts'
import type { Style } from './layouts/style.ts'
import type { Writer } from './writer.ts'

/** How a report is written around its tables. */
export interface Frame {
  readonly open: (out: Writer) => void
  readonly title: (out: Writer, lines: readonly string[]) => void
  readonly heading: (out: Writer, text: string, draw: Draw) => void
  readonly prose: (out: Writer, text: string) => void
  readonly close: (out: Writer) => void
}

const nothing = () => {}

const plain: Frame = {
  open: nothing,
  title: (out, lines) => {
    for (const line of lines) out.line(line).line()
  },
  heading: (out, text) => out.line(text).line(),
  prose: (out, text) => out.line(text).line(),
  close: nothing,
}

const markdown: Frame = {
  ...plain,
  title: (out, lines) => out.line(`# ${lines.join(' ')}`).line(),
  heading: (out, text, draw) => {
    const marks = ['## ', '### ', '#### '][[0, 0, 0, 1, 2][draw(4)] ?? 0]
    out.line(draw(4) === 4 ? `${marks}**${text}**` : `${marks}${text}`).line()
  },
}

/** Everything runs on, but for the title. */
const flat: Frame = {
  ...plain,
  title: (out, lines) => out.line(lines.join('')),
  heading: (out, text) => out.put(text),
  prose: (out, text) => out.put(text),
  close: (out) => out.line(),
}

const html: Frame = {
  open: (out) =>
    out
      .line('<!DOCTYPE html>')
      .line('<html><head><meta charset="utf-8"><style>td { width: 120px }</style>')
      .line('<script>var page = 3, total = "总计 12"</script></head><body>'),
  title: (out, lines) => out.line(`<h1>${lines.join('<br>')}</h1>`),
  heading: (out, text, draw) => {
    const tags = [
      ['<p>', '</p>'],
      ['<h2>', '</h2>'],
      ['<p><strong>', '</strong></p>'],
      ['<p>&emsp;&emsp;', '</p>'],
    ][draw(3)] ?? ['', '']
    out.line(tags.join(text))
  },
  prose: (out, text) => out.line(`<p>&nbsp;&nbsp;${text}</p>`),
  close: (out) => out.line('</body></html>'),
}

const barLine = (out: Writer, text: string) => out.line(`${text} |${'|'.repeat(PAGE_WIDTH)}`)

/** A page that is one table, scraped. */
const barPage: Frame = {
  open: nothing,
  title: (out, lines) => {
    for (const line of lines) barLine(out, line)
  },
  heading: barLine,
  prose: barLine,
  close: nothing,
}

const htmlRow = (out: Writer, text: string) => out.line(`<tr><td colspan="10"><p>${text}</p></td></tr>`)

/** A page that is one table, as HTML. */
const htmlPage: Frame = {
  open: (out) => out.line('<table border="0"><tbody>'),
  title: (out, lines) => htmlRow(out, lines.join('<br />')),
  heading: htmlRow,
  prose: htmlRow,
  close: (out) => out.line('</tbody></table>'),
}

export const FRAMES: Readonly<Record<Style['frame'], Frame>> = { plain, markdown, flat, html, barPage, htmlPage }
