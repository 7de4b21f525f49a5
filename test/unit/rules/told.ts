import { review } from '../../../server/src/review/review.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'

/** What a short report says, section by section; what is not given is not in it. */
export interface Told {
  readonly organ?: string
  readonly year?: number
  readonly opening?: string
  readonly overview?: string
  readonly proactive?: string
  readonly problems?: string
  readonly other?: string
}

const HEADINGS = {
  overview: '一、总体情况',
  proactive: '二、主动公开政府信息情况',
  problems: '五、存在的主要问题及改进情况',
  other: '六、其他需要报告的事项',
} as const

/** The report, with the marks that stand in it. */
export function told({ organ = '青禾县教育局', year = 2022, opening, ...sections }: Told): string {
  const written = Object.entries(HEADINGS).flatMap(([id, heading]) => {
    const words = sections[id as keyof typeof HEADINGS]
    return words === undefined ? [] : [`${heading}\n\n${words}\n`]
  })
  return [
    `${organ}${year}年政府信息公开工作年度报告\n`,
    ...(opening === undefined ? [] : [`${opening}\n`]),
    ...written,
  ].join('\n')
}

/** What a rule finds in a text. */
export const findingsOf = (rule: string, text: string): Finding[] =>
  review(text).findings.filter((finding) => finding.rule === rule)

/** Where a rule finds something in a report, and the places that the report marks. */
export function placesOf(rule: string, source: string): { found: readonly Span[]; marked: readonly Span[] } {
  const { text, spans } = source.includes('⟦') ? marked(source) : { text: source, spans: [] }
  return { found: findingsOf(rule, text).map(({ span }) => span), marked: spans }
}

/** The wordings of what a rule finds, and its severity where that is not the rule's own. */
export const saidBy = (rule: string, text: string): (string | undefined)[][] =>
  findingsOf(rule, text).map(({ wording, severity }) => [wording.key, ...(severity === undefined ? [] : [severity])])
