import type { Format, TableFormat } from '../../server/src/formats/schema.ts'
import { formGrid } from '../../server/src/report/layouts/form.ts'
import type { Span } from '../../server/src/text/span.ts'
import type { Figures } from './figures.ts'

/** A report written out, and where every figure went. */
export interface Rendered {
  readonly text: string
  readonly cells: ReadonlyMap<string, Span>
}

export const SEPARATED = ['tabs', 'pipes', 'bars', 'lines', 'tabbedLines'] as const
export type Separated = (typeof SEPARATED)[number]

export interface Options {
  readonly format: Format
  readonly layout: Separated
  readonly figures: Figures
  readonly year?: number
  readonly organ?: string
  readonly newline?: string
}

/** Writes a whole report of a fictional organ: title, six sections with some prose, the tables where they belong. */
export function render({ format, layout, figures, newline = '\n', ...options }: Options): Rendered {
  const { year = format.years.from, organ = '青禾县人民政府' } = options
  const out = new Writer(newline)
  const heading = layout === 'pipes' ? '## ' : ''
  out.line(`${layout === 'pipes' ? '# ' : ''}${organ}${year}年政府信息公开工作年度报告`).line()
  out.line(`本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日，由县政府办公室汇总。`).line()
  for (const section of format.sections) {
    out.line(heading + section.title).line()
    const tables = format.tables.filter((table) => table.section === section.id)
    if (tables.length === 0) out.line(PROSE[section.id] ?? '本部分没有需要说明的内容。').line()
    for (const table of tables) {
      WRITERS[layout](out, cellsOf(table, figures))
      out.line()
    }
  }
  return { text: out.text, cells: out.cells }
}

const PROSE: Readonly<Record<string, string>> = {
  overview: '全县各单位按月更新栏目，公开目录逐项对照，群众来访可在服务大厅查阅纸质文本。',
  problems: '个别栏目更新偏慢，下一步按季度通报并逐项整改。',
  other: '没有发出收费通知，也没有收取信息处理费。',
}

interface Cell {
  readonly text: string
  readonly address?: string
}

type Row = readonly (Cell | null)[]

function cellsOf(table: TableFormat, figures: Figures): Row[] {
  const addresses = table.blocks
    .flatMap(({ rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => `${table.id}/${row.id}/${column.id}`)),
    )
    .values()
  return formGrid(table).map((row) =>
    row.map((text): Cell | null => {
      if (text !== '') return text === null ? null : { text }
      const address = addresses.next().value as string
      return { text: String(figures.get(address) ?? ''), address }
    }),
  )
}

class Writer {
  text = ''
  readonly cells = new Map<string, Span>()
  constructor(readonly newline: string) {}

  line(text = ''): this {
    this.text += text + this.newline
    return this
  }

  put(text: string): void {
    this.text += text
  }

  cell({ text, address }: Cell): void {
    const start = this.text.length
    this.text += text
    if (address !== undefined) this.cells.set(address, { start, end: this.text.length })
  }
}

const WRITERS: Record<Separated, (out: Writer, rows: readonly Row[]) => void> = {
  tabs(out, rows) {
    for (const row of rows) {
      const last = row.findLastIndex((cell) => cell !== null)
      row.slice(0, last + 1).forEach((cell, column) => {
        if (column > 0) out.put('\t')
        if (cell !== null) out.cell(cell)
      })
      out.line()
    }
  },
  bars(out, rows) {
    for (const row of rows) {
      for (const cell of row) {
        if (cell !== null) out.cell(cell)
        out.put(' | ')
      }
      out.line()
    }
  },
  pipes(out, rows) {
    rows.forEach((row, index) => {
      out.put('|')
      row.forEach((cell, column) => {
        out.put(' ')
        if (cell !== null) out.cell(cell)
        else out.put(nearest(rows, index, column))
        out.put(' |')
      })
      out.line()
      if (index === 0) out.line(`|${' --- |'.repeat(row.length)}`)
    })
  },
  lines(out, rows) {
    for (const cell of rows.flat()) {
      if (cell === null || cell.text === '') continue
      out.cell(cell)
      out.line().line()
    }
  },
  tabbedLines(out, rows) {
    for (const row of rows) {
      for (const cell of row) {
        out.put('\t')
        if (cell !== null) out.cell(cell)
        out.line()
      }
      out.line()
    }
  },
}

/** The text of the merged cell that covers a place: converters to Markdown repeat it. */
function nearest(rows: readonly Row[], index: number, column: number): string {
  for (let left = column - 1; left >= 0; left--) {
    const cell = rows[index]?.[left]
    if (cell != null) return cell.address === undefined ? cell.text : ''
  }
  for (let above = index - 1; above >= 0; above--) {
    const cell = rows[above]?.[column]
    if (cell != null) return cell.address === undefined ? cell.text : ''
  }
  return ''
}
