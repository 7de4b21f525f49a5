import { type Language, sayWording } from '../review/messages/index.ts'
import type { RolledUp } from '../review/rollup/roll-up.ts'
import { toNumber } from '../text/amount.ts'
import type { CheckedFile } from './json.ts'

/** `nianbao sum --format json`: what was added, what it comes to, and, with a parent report, where it differs. */
export function sumJson(
  version: string,
  { year, rollup, others, strangers }: RolledUp,
  compared: CheckedFile | undefined,
  language: Language,
): string {
  const { sum, parts, format } = rollup
  const document = {
    tool: { name: 'nianbao', version },
    year,
    edition: sum.edition,
    count: sum.count,
    parts: parts.map(({ name, organ, isAdded, remarks, missing }) => ({
      path: name,
      organ: organ ?? null,
      added: isAdded,
      remarks: remarks.map((remark) => sayWording(language, remark)),
      missing,
    })),
    otherYears: others.map(([other, count]) => ({ year: other, count })),
    notReports: strangers,
    tables: format.tables.map(({ id }) => ({
      id,
      cells: [...sum.cells]
        .filter(([address]) => address.startsWith(`${id}/`))
        .map(([address, { value, missing }]) => ({ address, value: toNumber(value), missing })),
    })),
    ...(compared !== undefined && { check: compared }),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
