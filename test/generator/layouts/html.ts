import type { Draw } from '../figures.ts'
import { type Cell, isCell, isRow, type Line } from '../table.ts'
import type { Writer } from '../writer.ts'
import type { Style } from './style.ts'

/** The habits of one page. */
interface Dialect {
  readonly attributes: string
  readonly paragraph: boolean
  readonly blank: string
  readonly upperCase: boolean
  readonly indent: boolean
  readonly entities: boolean
  readonly comments: boolean
}

const dialect = (draw: Draw): Dialect => ({
  attributes: ['', ' border="1" cellspacing="1"', ' width="100%" style="border-collapse:collapse"'][draw(2)] ?? '',
  paragraph: draw(1) === 1,
  blank: ['', '&nbsp;', '<br />', ' '][draw(3)] ?? '',
  upperCase: draw(4) === 4,
  indent: draw(1) === 1,
  entities: draw(2) === 2,
  comments: draw(4) === 4,
})

/** A `<table>` with merged cells. Text between rows closes it and opens another one. */
export function writeHtmlTable(out: Writer, lines: readonly Line[], draw: Draw): void {
  const habits = dialect(draw)
  const tag = (name: string) => (habits.upperCase ? name.toUpperCase() : name)
  const open = () => out.line(`<${tag('table')}${habits.attributes}><${tag('tbody')}>`)
  const close = () => out.line(`</${tag('tbody')}></${tag('table')}>`)
  open()
  lines.forEach((line, index) => {
    if (!isRow(line)) {
      close()
      out.line(line === '' ? '' : `<p>${line}</p>`)
      open()
      return
    }
    writeHtmlRow(out, lines, index, habits, tag)
  })
  close()
}

/** Rows alone, for a page that is one table. */
export function writeHtmlRows(out: Writer, lines: readonly Line[], draw: Draw): void {
  const habits = dialect(draw)
  lines.forEach((line, index) => {
    if (isRow(line)) writeHtmlRow(out, lines, index, habits, (name) => name)
    else out.line(`<tr><td colspan="10">${line === '' ? '&nbsp;' : line}</td></tr>`)
  })
}

function writeHtmlRow(
  out: Writer,
  lines: readonly Line[],
  index: number,
  habits: Dialect,
  tag: (name: string) => string,
): void {
  const line = lines[index]
  if (!isRow(line)) return
  if (habits.comments) out.put('<!-- 12 -->')
  out.put(`<${tag('tr')}>`)
  line.forEach((place, column) => {
    // A cell that was merged from a row on the page before is an empty one here.
    const cut = place === 'above' && !isRow(lines[index - 1])
    if (!isCell(place) && !cut) return
    if (habits.indent) out.line().put('  ')
    const { right, down } = isCell(place) ? extent(lines, index, column) : { right: 1, down: 1 }
    out.put(
      `<${tag('td')}${right > 1 ? ` colspan="${right}"` : ''}${down > 1 ? ` rowspan=${habits.upperCase ? down : `"${down}"`}` : ''}>`,
    )
    const inner = habits.paragraph ? ['<p align="center">', '</p>'] : ['', '']
    out.put(inner[0] ?? '')
    if (isCell(place)) writeWords(out, place, habits)
    out.put(`${inner[1]}</${tag('td')}>`)
  })
  out.line(`${habits.indent ? out.newline : ''}</${tag('tr')}>`)
}

function writeWords(out: Writer, cell: Cell, { blank, entities }: Dialect): void {
  if (cell.text === '') {
    out.cell(cell).put(blank)
    return
  }
  if (cell.kind === 'figure') {
    out.cell(cell)
    return
  }
  const text = cell.text.replaceAll('“', entities ? '&ldquo;' : '“').replaceAll('”', entities ? '&rdquo;' : '”')
  out.cell({ ...cell, text: entities ? text.replaceAll('（', '&#65288;') : text }, '<br />')
}

/** How many columns and rows a merged cell covers. */
function extent(lines: readonly Line[], index: number, column: number): { right: number; down: number } {
  const line = lines[index]
  let right = 1
  while (isRow(line) && line[column + right] === 'left') right++
  let down = 1
  for (let below = lines[index + 1]; isRow(below) && below[column] === 'above'; below = lines[index + down]) down++
  return { right, down }
}

const common = { layouts: ['html'], keepsBlanks: true, tellsRows: true, separates: true } as const

/** A document of its own. */
export const html: Style = { ...common, frame: 'html', write: writeHtmlTable }

/** Tables in Markdown or plain text. */
export const htmlInMarkdown: Style = { ...common, frame: 'markdown', write: writeHtmlTable }

/** A page that is one table from title to signature. */
export const htmlPage: Style = { ...common, frame: 'htmlPage', write: writeHtmlRows }
