import { CATALOGUE, formatFor, type Kind, kindsOf } from '../../formats/catalogue.ts'
import { newlineOf } from '../../report/dialect.ts'
import { issuerOf } from '../../report/facts/issuer.ts'
import type { Report } from '../../report/report.ts'
import { reportYears, writeReport } from '../../report/writing/new-report.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { type Caret, isMeant, type Offer } from './offer.ts'

const [KIND] = kindsOf(CATALOGUE) as readonly [Kind, ...Kind[]]

/**
 * In a text of one line at most: the whole form as a draft. The line may name the organ, the year or both; else there is a draft
 * for each year with a form.
 */
export function wholeReports(
  { text, facts }: Report,
  { line, isAtEnd }: Caret,
  { languageId, reportYear, language }: { languageId: string; reportYear: number; language: Language },
): Offer[] {
  const typed = text.slice(line.start, line.end)
  if (!isAtEnd || languageId === 'html' || text.trim() !== typed.trim() || typed.length > LONGEST_TITLE) return []
  const stated = facts.year ?? Number(/20\d\d/.exec(typed)?.[0] ?? Number.NaN)
  const name = facts.organ ?? organIn(typed)
  // In any other text people write what they like.
  if (
    name === undefined &&
    facts.year === undefined &&
    !isMeant(typed, '# ', 'nianbao', '年报', ...KIND.formats.flatMap(({ titles }) => titles))
  )
    return []
  const years = Number.isNaN(stated) ? reportYears(KIND, reportYear) : [stated]
  const newline = newlineOf(text)
  return years.flatMap((year): Offer[] => {
    const format = formatFor(KIND, year)
    if (format === null) return []
    const draft = writeReport(format, { organ: name, year }, languageId === 'markdown' ? 'markdown' : 'tabs', newline)
    return [
      {
        label: say(language, name === undefined ? 'complete/report' : 'complete/report.of', {
          organ: name ?? '',
          year,
        }),
        detail: say(language, 'new/edition', { edition: format.id, number: format.notice.number }),
        text: draft,
        replace: line,
      },
    ]
  })
}

const LONGEST_TITLE = 80

/** Words that stand before a year, or that are surely the name of an organ. */
function organIn(typed: string): string | undefined {
  const words = /^[\s#]*([\p{Script=Han}（）()·]{4,40}?)\s*(?:20\d\d|$)/u.exec(typed)?.[1]
  return words !== undefined && issuerOf(words) !== undefined ? words : undefined
}
