import type { Report } from '../../../report/report.ts'

const COUNT = /(?<![\d.,])(\d{1,9})\s?[件宗起条]/g

/** The counts that stand in the text outside its tables, as plain digits. */
export function countsInProse({ text, tables }: Report): ReadonlySet<string> {
  const counts = new Set<string>()
  let from = 0
  for (const { span } of [...tables, { span: { start: text.length, end: text.length } }]) {
    for (const [, digits = ''] of text.slice(from, Math.max(from, span.start)).matchAll(COUNT)) counts.add(digits)
    from = Math.max(from, span.end)
  }
  return counts
}
