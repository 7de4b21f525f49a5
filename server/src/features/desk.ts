import type { Report } from '../report/report.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { severityOf } from '../review/severity.ts'
import type { Severity } from '../rules/rule.ts'

/** What is known of one report on the desk. */
export interface DeskReport {
  readonly organ: string | undefined
  readonly year: number | undefined
  readonly edition: string | undefined
  readonly findings: Readonly<Record<Severity, number>>
  /** The titles of the sections and tables of the form that it does not have. */
  readonly missing: readonly string[]
}

/** Undefined for a text that is no report. */
export function deskReport({ report, findings }: Review): DeskReport | undefined {
  if (!report.isReport) return undefined
  const { organ, year, format } = report.facts
  const counts = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const finding of findings) counts[severityOf(finding)]++
  return { organ, year, edition: format?.id, findings: counts, missing: missingParts(report) }
}

/** A section that is missing takes its table with it. */
function missingParts({ facts: { format }, sections, tables }: Report): string[] {
  if (format === null) return []
  const has = (parts: readonly { id: string }[], wanted: string) => parts.some(({ id }) => id === wanted)
  return format.sections.flatMap(({ id, title }) => {
    if (!has(sections, id)) return [title]
    return format.tables.filter((table) => table.section === id && !has(tables, table.id)).map((table) => table.title)
  })
}

/** A line of the desk as it is shown: an organ, or one of its years. */
export interface DeskLine {
  readonly label: string
  readonly description: string
  /** The worst that was found. Undefined for a year without a report. */
  readonly state: Severity | 'clean' | undefined
  /** Of the report. */
  readonly uri?: string
  readonly years?: readonly DeskLine[]
}

const GRADES = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[]

/** Organs by their names, each with its years from the latest on; a year between two others that has no report is named. */
export function deskLines(reports: ReadonlyMap<string, DeskReport>, language: Language): DeskLine[] {
  const organs = new Map<string, [uri: string, report: DeskReport][]>()
  for (const entry of reports) {
    const organ = entry[1].organ ?? say(language, 'desk/no-organ')
    organs.set(organ, [...(organs.get(organ) ?? []), entry])
  }
  const { compare } = new Intl.Collator('zh-CN')
  return [...organs]
    .sort(([a], [b]) => compare(a, b))
    .map(([label, entries]) => {
      const years = yearLines(entries, language)
      const worst = GRADES.find((grade) => years.some(({ state }) => state === grade)) ?? 'clean'
      return { label, description: say(language, 'desk/reports', { count: entries.length }), state: worst, years }
    })
}

function yearLines(entries: readonly [string, DeskReport][], language: Language): DeskLine[] {
  const sorted = [...entries].sort(
    ([a, { year: left = 0 }], [b, { year: right = 0 }]) => right - left || (a < b ? -1 : 1),
  )
  return sorted.flatMap(([uri, report], index) => {
    const before = sorted[index - 1]?.[1].year
    const { year } = report
    const gap = before === undefined || year === undefined ? 0 : before - year - 1
    const missing = Array.from({ length: Math.max(0, gap) }, (_, at) => missingYear((before ?? 0) - 1 - at, language))
    return [...missing, yearLine(uri, report, language)]
  })
}

const missingYear = (year: number, language: Language): DeskLine => ({
  label: say(language, 'desk/year', { year }),
  description: say(language, 'desk/no-report'),
  state: undefined,
})

function yearLine(uri: string, { year, edition, findings, missing }: DeskReport, language: Language): DeskLine {
  const { error, warning, info, hint } = findings
  const state = GRADES.find((grade) => findings[grade] > 0) ?? 'clean'
  const description = [
    edition === undefined ? say(language, 'status.noEdition') : say(language, 'status.edition', { edition }),
    state === 'clean'
      ? say(language, 'status.clean')
      : say(language, 'status.counts', { errors: error, warnings: warning, infos: info + hint }),
    ...(missing.length > 0 ? [say(language, 'desk/missing', { parts: missing.join('、') })] : []),
  ].join(' · ')
  const label = year === undefined ? say(language, 'desk/no-year') : say(language, 'desk/year', { year })
  return { label, description, state, uri }
}
