import type { Connection } from 'vscode-languageserver'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { severityOf } from '../review/severity.ts'
import type { Severity } from '../rules/rule.ts'
import type { OpenDocument } from './documents.ts'
import type { Policy } from './policies.ts'
import type { Status, StatusMethod } from './protocol.ts'

const METHOD: StatusMethod = 'nianbao/status'

/** Tells the client what is known of each document, when it is news, and logs a rule's failure once. */
export class StatusReporter {
  readonly #connection: Connection
  readonly #sent = new Map<string, string>()
  readonly #loggedFailures = new Set<string>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  tell(open: OpenDocument, policy: Policy, language: Language): void {
    const { uri, review } = open
    for (const { rule, error } of review.failures) this.#logFailure(rule, error)
    const status = statusOf(uri, review, policy, language)
    const news = JSON.stringify(status)
    if (this.#sent.get(uri) === news) return
    this.#sent.set(uri, news)
    // How long it took is told with the news, and is none itself: every keystroke would be.
    const took = say(language, 'status.took', { milliseconds: Math.max(1, Math.round(open.took)) })
    const detail = status.isReport ? [status.detail, took].filter(Boolean).join(' · ') : status.detail
    this.#connection.sendNotification(METHOD, { ...status, detail })
  }

  forget(uri: string): void {
    this.#sent.delete(uri)
  }

  #logFailure(rule: string, error: unknown): void {
    if (this.#loggedFailures.has(rule)) return
    this.#loggedFailures.add(rule)
    this.#connection.console.error(`${rule}: ${error instanceof Error ? error.stack : error}`)
  }
}

export function statusOf(uri: string, review: Review, { file }: Policy, language: Language): Status {
  const { report, findings, failures, suppressed, options } = review
  const { organ, year, format } = report.facts
  const count = (severity: Severity) => findings.filter((finding) => severityOf(finding) === severity).length
  const facts = {
    uri,
    isReport: report.isReport,
    ...(organ !== undefined && { organ }),
    ...(year !== undefined && { year }),
    ...(format && { edition: format.id }),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    failedRules: failures.map(({ rule }) => rule),
    suppressed,
    ...(file && { config: file.uri, configProblems: file.problems.length }),
  }
  return {
    ...facts,
    ...wordingOf(facts, options.isExcluded === true, language),
    settings: say(language, 'status.settings'),
  }
}

function wordingOf(
  status: Omit<Status, 'text' | 'detail' | 'settings'>,
  isExcluded: boolean,
  language: Language,
): Pick<Status, 'text' | 'detail'> {
  const { organ, year, edition, errors, warnings, infos, hints, failedRules, suppressed, configProblems = 0 } = status
  const problems = configProblems > 0 && say(language, 'status.configProblems', { count: configProblems })
  if (!status.isReport) {
    const key = isExcluded ? 'status.excluded' : 'status.notReport'
    return { text: say(language, key), detail: [say(language, `${key}.detail`), problems].filter(Boolean).join(' · ') }
  }
  const total = errors + warnings + infos + hints
  const detail = [
    organ,
    year,
    total > 0 && say(language, 'status.counts', { errors, warnings, infos: infos + hints }),
    suppressed > 0 && say(language, 'status.suppressed', { count: suppressed }),
    problems,
    failedRules.length > 0 && say(language, 'status.failedRules', { rules: failedRules.join(', ') }),
  ]
  return {
    text: [
      edition ? say(language, 'status.edition', { edition }) : say(language, 'status.noEdition'),
      total === 0 ? say(language, 'status.clean') : say(language, 'status.findings', { total }),
    ].join(' · '),
    detail: detail.filter(Boolean).join(' · '),
  }
}
