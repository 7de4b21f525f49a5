import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { DocumentLink } from 'vscode-languageserver-types'
import type { Format } from '../formats/schema.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import type { Span } from '../text/span.ts'
import { rangeOf } from './ranges.ts'

export interface LinkForm {
  readonly language: Language
  /** The URI of the folder with the rule pages, if there is one. */
  readonly rulePages: string | undefined
}

/** The rule whose page tells of the notices. */
const NOTICE_RULE = 'format/notice'

/**
 * On the notices, the law and its decree that a report cites: to the official page where a format names one, else, of a
 * notice, to our own page about them. Nothing is fetched: a link is followed when a person does so.
 */
export function documentLinks({ report }: Review, document: TextDocument, form: LinkForm): DocumentLink[] {
  const { format, notices, noticeTitles, statutes, decrees } = report.facts
  const statute = format?.statute
  const links = [
    ...notices.flatMap(({ span, edition }) => (edition ? noticeLink(span, edition, form) : [])),
    ...noticeTitles.flatMap(({ span, edition }) => noticeLink(span, edition, form)),
    ...(statute?.page
      ? [...statutes, ...decrees.filter(({ number }) => number === statute.decree).map(({ words }) => words)].map(
          (span) => ({ span, target: statute.page as string, tooltip: lawTooltip(statute, form.language) }),
        )
      : []),
  ]
  return links
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, ...link }) => ({ range: rangeOf(document, span), ...link }))
}

interface Link {
  readonly span: Span
  readonly target: string
  readonly tooltip: string
}

const lawTooltip = ({ title, decree }: NonNullable<Format['statute']>, language: Language): string =>
  say(language, 'link/statute', { title, decree })

function noticeLink(span: Span, { notice: { number, page } }: Format, { language, rulePages }: LinkForm): Link[] {
  if (page) return [{ span, target: page, tooltip: say(language, 'link/notice', { number }) }]
  if (rulePages === undefined) return []
  return [{ span, target: `${rulePages}/${NOTICE_RULE}.md`, tooltip: say(language, 'link/notice.own', { number }) }]
}
