import type { Format } from '../../formats/schema.ts'
import { withoutNumbering } from '../../report/labels.ts'
import type { Report, Section } from '../../report/report.ts'
import type { SpanEdit } from '../../text/span.ts'
import type { Finding, Rule } from '../rule.ts'
import { firstSections } from './place.ts'

/** A section has another numeral than the form gives it, or none where others have theirs. */
export const number: Rule = {
  id: 'section/number',
  severity: 'warning',
  *check(report): Iterable<Finding> {
    const { format } = report.facts
    if (format === null) return
    const sections = [...firstSections(report).values()]
    const areNumbered = sections.filter(({ ordinal }) => ordinal !== undefined).length * 2 > sections.length
    for (const [place, section] of sections.entries()) {
      const right = format.sections.findIndex(({ id }) => id === section.id) + 1
      const { ordinal } = section
      // Where a section is missing or out of order, the others may be counted as they stand: that is said of it alone.
      if (ordinal === right || ordinal === place + 1) continue
      if (ordinal === undefined && !(areNumbered && lacksNumeral(report, section))) continue
      yield findingFor(report, format, section, right)
    }
  },
}

function findingFor(report: Report, format: Format, section: Section, right: number): Finding {
  const title = format.sections[right - 1]?.title ?? ''
  const numeral = title.slice(0, 1)
  const args = { title: section.titleText, numeral }
  const edit = section.ordinal === undefined ? insertion(report, section, title) : replacement(section, numeral)
  return {
    rule: 'section/number',
    span: section.title,
    wording: { key: section.ordinal === undefined ? 'section/number.none' : 'section/number', args },
    related: [],
    fixes: [{ title: { key: 'fix/number', args }, edits: [edit], preferred: true, safe: true }],
  }
}

const replacement = ({ title: { start } }: Section, newText: string): SpanEdit => ({
  span: { start, end: start + 1 },
  newText,
})

/** The numeral with what stands between numeral and words in the other headings. */
function insertion({ sections }: Report, { title: { start } }: Section, title: string): SpanEdit {
  const official = title.slice(0, title.length - withoutNumbering(title).length)
  const other = sections.find(({ ordinal }) => ordinal !== undefined)
  const marks = /^.([\s、.．]{1,3})/.exec(other?.titleText ?? '')?.[1] ?? official.slice(1)
  return { span: { start, end: start }, newText: official.slice(0, 1) + marks }
}

/** Whether no numeral stands right before a heading, such as in a line or a cell of its own. */
const lacksNumeral = ({ text }: Report, { title }: Section): boolean =>
  !/(?:[一二三四五六七八九十]|\d\s?[.．、，)）])[\s、.．，,|*#）)]*$/.test(
    text.slice(Math.max(0, title.start - LONGEST_LEAD), title.start),
  )

const LONGEST_LEAD = 12
