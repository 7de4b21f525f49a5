import fnv1a from '@sindresorhus/fnv1a'
import type { Review } from '../review/review.ts'

/**
 * What each finding is known by from one version of a file to the next: its rule, what it is about and what it says, but
 * not on which line.
 */
export const fingerprints = ({ report, findings }: Review): string[] =>
  findings.map(({ rule, address, span, wording }) => {
    const quoted = report.text.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, LONGEST_QUOTATION)
    const said = fnv1a(JSON.stringify(wording), { size: 64 }).toString(36)
    return [rule, ...(address === undefined ? [] : [address]), JSON.stringify(quoted), said].join(' ')
  })

const LONGEST_QUOTATION = 30
