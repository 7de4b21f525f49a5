import { tableOf } from '../../formats/catalogue.ts'
import type { Format, SectionFormat } from '../../formats/schema.ts'
import { newlineOf } from '../../report/dialect.ts'
import { writeEmptyTable } from '../../report/layouts/write.ts'
import type { Report, Section } from '../../report/report.ts'
import { plainly } from '../../report/writing/draft.ts'
import { writeSection } from '../../report/writing/section.ts'
import type { SpanEdit } from '../../text/span.ts'

/** The first section of each id. */
export function firstSections(report: Report): Map<string, Section> {
  const first = new Map<string, Section>()
  for (const section of report.sections) if (!first.has(section.id)) first.set(section.id, section)
  return first
}

/** The section that a missing one comes before, and the one it comes after, in the order of the format. */
export function neighbours(report: Report, format: Format, id: string): { before?: Section; after?: Section } {
  const present = firstSections(report)
  const at = format.sections.findIndex((section) => section.id === id)
  const find = (sections: readonly SectionFormat[]) => sections.flatMap((section) => present.get(section.id) ?? [])[0]
  const before = find(format.sections.slice(at + 1))
  const after = find(format.sections.slice(0, at).reverse())
  return { ...(before && { before }), ...(after && { after }) }
}

/** Puts in a section's official title, and its empty official tables, where the section belongs. */
export function insertSection(report: Report, format: Format, missing: SectionFormat): SpanEdit | undefined {
  const { before, after } = neighbours(report, format, missing.id)
  const model = after ?? before
  if (model === undefined) return undefined
  const { text } = report
  const newline = newlineOf(text)
  const section = plainly(writeSection(report, format, missing, model))
  if (before !== undefined) return { span: { start: before.span.start, end: before.span.start }, newText: section }
  const end = endOfText(text, (after as Section).span.end)
  return { span: { start: end, end }, newText: newline + newline + withoutLineEnd(section) }
}

/** Puts an empty official table below its section's title. */
export function insertTable(report: Report, format: Format, section: Section, id: string): SpanEdit | undefined {
  const table = tableOf(format, id)
  if (table === undefined) return undefined
  const newline = newlineOf(report.text)
  const end = endOfText(report.text, section.span.end)
  return { span: { start: end, end }, newText: newline + newline + withoutLineEnd(writeEmptyTable(report, table)) }
}

/** Blank cells at the end of a table stay. */
const withoutLineEnd = (text: string): string => text.replace(/[\r\n]+$/, '')

/** Before the blank lines at the end of a stretch of text. */
function endOfText(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1] as string)) at--
  return at
}
