import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Grid } from '../../report/layouts/layout.ts'
import type { Piece } from './pieces.ts'
import { type PrintedCell, printed } from './print.ts'
import { FONTS, figureSize, INDENT, LINE, MARGIN, PAGE, ROW, SIZES, TEXT_WIDTH } from './style.ts'

/** A report as a Word file (`.docx`): A4, in the type of official documents. The same pieces give the same bytes. */
export async function docxOf(pieces: readonly Piece[], title: string | undefined): Promise<Uint8Array> {
  const document = new Document({
    ...(title !== undefined && { title }),
    creator: '',
    styles: { default: { document: { run: run('text', SIZES.text) } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
          },
        },
        footers: { default: pageNumber() },
        children: pieces.flatMap((piece, index) =>
          piece.kind === 'table' ? tableOf(piece.grid) : paragraphOf(piece, beginsPage(pieces, index)),
        ),
      },
    ],
  })
  return withoutDates(await Packer.pack(document, 'uint8array'))
}

const run = (font: keyof typeof FONTS, size: number) =>
  ({
    font: { ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.latin, eastAsia: FONTS[font], hint: 'eastAsia' },
    size,
    sizeComplexScript: size,
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  }) satisfies IRunOptions

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...run('text', 28), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const black = { color: '000000' }

function paragraphOf({ kind, text }: Exclude<Piece, { kind: 'table' }>, pageBreakBefore: boolean): Paragraph {
  if (kind === 'title') {
    return new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 400 },
      children: titleLines(text).map(
        (line, index) =>
          new TextRun({ ...run('title', SIZES.title), ...black, ...(index > 0 && { break: 1 }), text: line }),
      ),
    })
  }
  if (kind === 'signature') {
    return new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing,
      indent: { right: INDENT },
      children: [new TextRun({ ...run('text', SIZES.text), text })],
    })
  }
  const font = kind === 'section' ? 'heading' : kind === 'subheading' ? 'subheading' : 'text'
  return new Paragraph({
    ...(kind === 'section' && { heading: HeadingLevel.HEADING_1, keepNext: true, pageBreakBefore }),
    ...(kind === 'subheading' && { heading: HeadingLevel.HEADING_2, keepNext: true }),
    spacing,
    indent: { firstLine: INDENT },
    children: [new TextRun({ ...run(font, SIZES.text), ...black, text })],
  })
}

/** A table with more rows takes up most of a page. */
const TALL = 20

/** Whether a section begins with a tall table, perhaps below a sentence: it stands on a page of its own, as labels that are written downwards are cut off at the end of a page. */
function beginsPage(pieces: readonly Piece[], index: number): boolean {
  if (pieces[index]?.kind !== 'section') return false
  const next = pieces.slice(index + 1, index + 3).find(({ kind }) => kind !== 'paragraph')
  return next?.kind === 'table' && next.grid.length > TALL
}

/** In this size a line holds so many letters. */
const LONGEST_TITLE = 19

/** A title that is too long for a line goes on at the year, as is the custom. */
function titleLines(text: string): string[] {
  const year = /(?<=\S)\s?(?=[12]\d{3}年)/.exec(text)
  if (text.length <= LONGEST_TITLE || year === null) return [text]
  return [text.slice(0, year.index), text.slice(year.index + year[0].length)]
}

/** A table with an empty line below it, which keeps it apart from the next one. */
function tableOf(grid: Grid): (Table | Paragraph)[] {
  const { widths, rows, heads } = printed(grid)
  const isTogether = rows.length <= MOST_TOGETHER
  const columnWidths = widths.map((width) => Math.floor(width * TEXT_WIDTH))
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const table = new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < heads && { tableHeader: true }),
          height: { value: ROW, rule: HeightRule.ATLEAST },
          children: row.map((cell) => cellOf(cell, columnWidths, isTogether && index < rows.length - 1)),
        }),
    ),
  })
  return [table, new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT, before: 0, after: 0 } })]
}

/** Tables of so many rows stand on one page. */
const MOST_TOGETHER = 30

function cellOf(cell: PrintedCell, columnWidths: readonly number[], keepNext: boolean): TableCell {
  const { text, columns, rows, align, isVertical, isFigure, column } = cell
  const width = columnWidths.slice(column, column + columns).reduce((sum, one) => sum + one, 0)
  const size = isFigure ? figureSize(text, width) : SIZES.table
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    verticalAlign: VerticalAlign.CENTER,
    ...(isVertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    margins: { marginUnitType: WidthType.DXA, left: MARGIN, right: MARGIN, top: 0, bottom: 0 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          ...(keepNext && { keepNext }),
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { line: 250, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
          children: [new TextRun({ ...run('text', size), text: line })],
        }),
    ),
  })
}

/** Archives remember when their parts were written, and documents when they were made. */
function withoutDates(bytes: Uint8Array): Uint8Array {
  const parts: Zippable = {}
  for (const [name, content] of Object.entries(unzipSync(bytes)))
    parts[name] =
      name === 'docProps/core.xml'
        ? strToU8(new TextDecoder().decode(content).replace(/<dcterms:(\w+)[^>]*>[^<]*<\/dcterms:\1>/g, ''))
        : content
  return zipSync(parts, { mtime: '1980-01-01T12:00:00' })
}
