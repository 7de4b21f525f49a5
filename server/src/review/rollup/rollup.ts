import type { Format } from '../../formats/schema.ts'
import { writeTable } from '../../report/layouts/write.ts'
import type { LayoutName, Report } from '../../report/report.ts'
import type { PartFigure, PartsSum, SummedCell } from '../../rules/beside.ts'
import type { Wording } from '../../rules/rule.ts'
import { type Amount, add, digitsOf } from '../../text/amount.ts'
import { fingerprint } from '../../text/fingerprint.ts'
import { Lines } from '../../text/lines.ts'
import { identityOf } from '../years.ts'
import { addendsOf, obstaclesOf } from './part.ts'

/** A report that was to be added. */
export interface Part {
  readonly name: string
  readonly organ: string | undefined
  /** Whether its figures are in the sum. */
  readonly isAdded: boolean
  /** Why not, or what it does not say. */
  readonly remarks: readonly Wording[]
  /** The cells that it does not say, by address. */
  readonly missing: readonly string[]
}

/** Adds up reports of one year, each once. Of their texts, nothing is kept but where figures stand. */
export class Rollup {
  readonly format: Format
  readonly parts: Part[] = []
  readonly #cells = new Map<string, { value: Amount; parts: PartFigure[]; missing: string[] }>()
  readonly #byOrgan = new Map<string, string>()
  readonly #byText = new Map<string, string>()

  constructor(format: Format) {
    this.format = format
  }

  add(name: string, report: Report): void {
    const organ = report.facts.organ
    const obstacles = [...this.#doubles(name, report), ...obstaclesOf(report, this.format)]
    if (obstacles.length > 0)
      return void this.parts.push({ name, organ, isAdded: false, remarks: obstacles, missing: [] })
    const part = { name, lines: new Lines(report.text) }
    const title = organ ?? name
    const { addends, missing } = addendsOf(report, this.format)
    for (const { address, value, span } of addends) {
      const cell = this.#cell(address)
      cell.value = add(cell.value, value)
      if (value !== 0) cell.parts.push({ part, title, span, value })
    }
    for (const address of missing) this.#cell(address).missing.push(name)
    const remarks = missing.length === 0 ? [] : [this.#missingRemark(missing)]
    this.parts.push({ name, organ, isAdded: true, remarks, missing })
  }

  /** What it all comes to. */
  get sum(): PartsSum {
    const count = this.parts.filter(({ isAdded }) => isAdded).length
    return { edition: this.format.id, count, cells: this.#cells }
  }

  /** The sum as the form prints it, a table each, with a note where some report does not say a figure. */
  write(layout: LayoutName): { title: string; text: string; incomplete: number }[] {
    return this.format.tables.map((table) => {
      const cellAt = (row: string, column: string) => this.#cells.get(`${table.id}/${row}/${column}`)
      const text = writeTable(layout, table, (row, column) => digits(cellAt(row, column)), '\n')
      const title = this.format.sections.find(({ id }) => id === table.section)?.title ?? table.title
      const own = [...this.#cells].filter(([address]) => address.startsWith(`${table.id}/`))
      return { title, text, incomplete: own.filter(([, { missing }]) => missing.length > 0).length }
    })
  }

  /** The official labels of a cell. */
  nameOf(address: string): string {
    const [tableId, rowId, columnId] = address.split('/')
    for (const { rows, columns } of this.format.tables.find(({ id }) => id === tableId)?.blocks ?? []) {
      const row = rows.find(({ id }) => id === rowId)
      if (row !== undefined) return `${row.label}·${columns.find(({ id }) => id === columnId)?.label ?? columnId}`
    }
    return address
  }

  /** The same text, or another report of the same organ, was there before. */
  *#doubles(name: string, report: Report): Iterable<Wording> {
    const text = fingerprint(report.text)
    const same = this.#byText.get(text)
    if (same !== undefined) return yield { key: 'rollup/same-text', args: { other: same } }
    this.#byText.set(text, name)
    const organ = identityOf(report)?.organ
    if (organ === undefined) return
    const other = this.#byOrgan.get(organ)
    if (other !== undefined) yield { key: 'rollup/same-organ', args: { organ, other } }
    else this.#byOrgan.set(organ, name)
  }

  #cell(address: string) {
    const known = this.#cells.get(address)
    if (known !== undefined) return known
    const made = { value: 0 as Amount, parts: [] as PartFigure[], missing: [] as string[] }
    this.#cells.set(address, made)
    return made
  }

  #missingRemark(missing: readonly string[]): Wording {
    const named = missing.slice(0, MOST_NAMED).map((address) => `“${this.nameOf(address)}”`)
    const cells = named.join('、') + (missing.length > MOST_NAMED ? '…' : '')
    return { key: 'rollup/missing', args: { count: missing.length, cells } }
  }
}

const MOST_NAMED = 3

/** Nothing where no report says anything. */
const digits = (cell: SummedCell | undefined): string => (cell === undefined ? '' : digitsOf(cell.value))
