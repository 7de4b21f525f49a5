import type { Report, Row } from '../../server/src/report/report.ts'
import type { Review } from '../../server/src/review/review.ts'
import { severityOf } from '../../server/src/review/severity.ts'
import { digitsOf } from '../../server/src/text/amount.ts'
import { sliceOf } from '../../server/src/text/span.ts'
import type { WrittenReport } from './report.ts'

/** What a reader did worse than it can be held to. Nothing is worse than a wrong value. */
export interface Fault {
  readonly kind: 'wrong value' | 'wrong place' | 'not read' | 'false finding'
  readonly where: string
  readonly said: string
}

/** The faults of a reading of a written report. */
export function faultsOf(report: Report, written: WrittenReport): Fault[] {
  const read = new Map(
    report.tables.flatMap((table) => table.rows.map((row) => [`${table.id}/${row.id}`, row] as const)),
  )
  return [...wrongOf(report, written), ...missingOf(read, written)]
}

function wrongOf({ text, tables }: Report, { figures, held }: WrittenReport): Fault[] {
  const faults: Fault[] = []
  for (const { id, cells } of tables) {
    for (const [key, cell] of cells) {
      const where = `${id}/${key}`
      const value = cell.value === null ? null : digitsOf(cell.value)
      const truth = figures.get(where)
      const said = `${value ?? 'nothing'} at ${cell.span.start}-${cell.span.end}`
      if (sliceOf(text, cell.span) !== cell.raw)
        faults.push({ kind: 'wrong place', where, said: `${said}: not its raw text` })
      if (truth === undefined) {
        if (value !== null) faults.push({ kind: 'wrong value', where, said: `${said}, there is none` })
      } else if (cell.state === 'unreadable') {
        if (held.get(`${id}/${cell.row}`) !== 'neverWrong')
          faults.push({ kind: 'not read', where, said: `unreadable: ${cell.raw}` })
      } else if (!truth.reads.some((figure) => same(figure, value))) {
        faults.push({
          kind: 'wrong value',
          where,
          said: `${said}, not ${truth.reads.map((figure) => figure ?? 'nothing').join(' or ')}`,
        })
      } else if (held.get(`${id}/${cell.row}`) !== 'neverWrong') {
        const { start, end } = truth.span
        const isThere =
          start === end ? cell.span.start === cell.span.end : cell.span.start === start && cell.span.end === end
        if (!isThere) faults.push({ kind: 'wrong place', where, said: `${said}, not at ${start}-${end}` })
      }
    }
  }
  return faults
}

/** Plain digits may end in zeros after the point. */
const same = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Number(a) === Number(b))

function missingOf(read: ReadonlyMap<string, Row>, { figures, held }: WrittenReport): Fault[] {
  const faults: Fault[] = []
  for (const [where, level] of held) {
    if (level === 'neverWrong') continue
    const row = read.get(where)
    if (row?.unaligned && level === 'said') continue
    const there = new Set(row?.cells.map(({ column }) => `${where}/${column}`))
    const missing = [...figures].filter(
      ([address, { reads }]) =>
        address.startsWith(`${where}/`) && !there.has(address) && !(level === 'said' && reads.includes(null)),
    )
    if (missing.length > 0) faults.push({ kind: 'not read', where, said: row === undefined ? 'no row' : 'unaligned' })
  }
  return faults
}

/** Findings at warning or above that a sound report does not deserve, whatever happened to its tables on the way. */
export function falseFindings({ report, findings }: Review, { finds, held }: WrittenReport): Fault[] {
  const isShaken = [...held.values()].some((level) => level !== 'exact')
  return findings.flatMap((finding): Fault[] => {
    const severity = severityOf(finding)
    if (severity !== 'error' && severity !== 'warning') return []
    if (finds.has(finding.rule) || (finding.rule === 'table/unaligned' && isShaken)) return []
    return [{ kind: 'false finding', where: finding.rule, said: sliceOf(report.text, finding.span) }]
  })
}
