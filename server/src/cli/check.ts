import { type Language, say } from '../review/messages/index.ts'
import { review } from '../review/review.ts'
import { SEVERITIES, type Severity } from '../rules/rule.ts'
import { EXIT, type Host } from './host.ts'
import { readInputs } from './inputs.ts'
import { type CheckedFile, checkedFile } from './json.ts'
import { prettyFile, prettySummary, type Summary } from './pretty.ts'

export const FORMATS = ['pretty', 'json'] as const

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number]
  readonly failOn: Severity
  readonly stdinName: string
  readonly output?: string
  readonly language: Language
}

/** Reviews files one after another, in the order of the paths. Returns the exit status. */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { format, failOn, language } = options
  const files: CheckedFile[] = []
  const summary: Summary = { files: 0, reports: 0, errors: 0, warnings: 0, infos: 0, hints: 0 }
  let failed = false
  let output = ''
  const write = (text: string) => {
    if (options.output === undefined) host.out(text)
    else output += text
  }
  const inputs = readInputs(host, paths, options.stdinName, language, () => {
    failed = true
  })
  for await (const { path, text } of inputs) {
    const reviewed = review(text)
    for (const { rule, error } of reviewed.failures) {
      host.error(say(language, 'cli/rule-failed', { path, rule, reason: String(error) }))
      failed = true
    }
    const file = checkedFile(path, reviewed, language)
    count(summary, file)
    if (format === 'json') files.push(file)
    else write(prettyFile(file, language, host.colors && options.output === undefined))
  }
  if (format === 'json')
    write(`${JSON.stringify({ tool: { name: 'nianbao', version: host.version }, files, summary }, null, 2)}\n`)
  else write(prettySummary(summary, language))
  if (options.output !== undefined) {
    try {
      await host.writeFile(options.output, output)
    } catch (error) {
      host.error(say(language, 'cli/unwritable', { path: options.output, reason: String(error) }))
      failed = true
    }
  }
  if (failed) return EXIT.failed
  return reaches(summary, failOn) ? EXIT.found : EXIT.ok
}

const COUNTERS = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const

function count(summary: Summary, { isReport, findings }: CheckedFile): void {
  summary.files++
  if (isReport) summary.reports++
  for (const { severity } of findings) summary[COUNTERS[severity]]++
}

/** Whether anything as severe as asked for was found. */
const reaches = (summary: Summary, failOn: Severity): boolean =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => summary[COUNTERS[severity]] > 0)
