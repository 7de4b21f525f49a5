import type { Review } from '../review/review.ts'
import { fingerprint } from '../text/fingerprint.ts'

/**
 * What each finding is known by from one version of a file to the next: its rule, what it is about and what it says, but
 * not on which line.
 */
export const fingerprints = ({ report, findings }: Review): string[] =>
  findings.map(({ rule, address, span, wording }) => {
    const quoted = report.text.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, LONGEST_QUOTATION)
    const said = fingerprint(JSON.stringify(wording))
    return [rule, ...(address === undefined ? [] : [address]), JSON.stringify(quoted), said].join(' ')
  })

const LONGEST_QUOTATION = 30
