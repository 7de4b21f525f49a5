import { say } from '../review/messages/index.ts'
import { review } from '../review/review.ts'
import { SEVERITIES, type Severity } from '../rules/rule.ts'
import { type ConfigChoice, RunConfigs } from './configs.ts'
import { type FixedInput, type FixMode, fixInput } from './fix.ts'
import { readFormats } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { readInputs } from './inputs.ts'
import { type CheckedFile, checkedFile } from './json.ts'
import { prettyFile, prettySummary, type Summary } from './pretty.ts'

export const FORMATS = ['pretty', 'json'] as const

export interface CheckOptions extends ConfigChoice {
  readonly format: (typeof FORMATS)[number]
  readonly failOn: Severity
  readonly stdinName: string
  readonly output?: string
  /** Applies the safe fixes first. */
  readonly fix?: true
  /** Prints what they would change instead, and changes nothing. */
  readonly fixDryRun?: true
  /** Files of formats to hold texts against, besides the official ones. */
  readonly formats?: readonly string[]
}

/** Reviews files one after another, in the order of the paths, once they are fixed if asked to. Returns the exit status. */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { format, failOn, formats = [] } = options
  const configs = await RunConfigs.open(host, options)
  if (configs === undefined) return EXIT.failed
  const { language } = configs
  const catalogue = await readFormats(host, formats, language)
  if (catalogue === undefined) return EXIT.failed
  const fixing: FixMode | undefined = options.fixDryRun ? 'diff' : options.fix && 'write'
  // Standard output is for the difference, or for the fixed text of standard input: the report makes way for it.
  const isOutputTaken = fixing === 'diff' || (fixing === 'write' && paths.includes('-'))
  const isCollected = options.output !== undefined || isOutputTaken
  const pretty = { language, colors: host.colors && !isCollected, isDryRun: fixing === 'diff' }
  const files: CheckedFile[] = []
  const summary: Summary = { files: 0, reports: 0, errors: 0, warnings: 0, infos: 0, hints: 0 }
  let failed = false
  let output = ''
  const write = (text: string) => {
    if (isCollected) output += text
    else host.out(text)
  }
  const inputs = readInputs(host, paths, {
    stdinName: options.stdinName,
    language,
    failed: () => {
      failed = true
    },
    isExcluded: async (path) => (await configs.for(path)).options.isExcluded === true,
  })
  let suppressed = 0
  for await (const input of inputs) {
    const { path, text } = input
    const { options: how, isSound } = await configs.for(path)
    const given = review(text, { ...how, catalogue })
    const checked: FixedInput =
      fixing === undefined ? { review: given } : await fixInput(host, input, given, isSound, fixing, language)
    if (checked.failed) failed = true
    for (const { rule, error } of checked.review.failures) {
      host.error(say(language, 'cli/rule-failed', { path, rule, reason: String(error) }))
      failed = true
    }
    const file = checkedFile(path, checked.review, language, checked.fixed)
    count(summary, file)
    suppressed += file.suppressed
    if (format === 'json') files.push(file)
    else write(prettyFile(file, pretty))
  }
  if (format === 'json')
    write(`${JSON.stringify({ tool: { name: 'nianbao', version: host.version }, files, summary }, null, 2)}\n`)
  else write(prettySummary(summary, suppressed, language))
  if (options.output !== undefined) {
    try {
      await host.writeFile(options.output, output)
    } catch (error) {
      host.error(say(language, 'cli/unwritable', { path: options.output, reason: String(error) }))
      failed = true
    }
  } else if (isOutputTaken) host.error(output.trimEnd())
  if (failed || configs.failed) return EXIT.failed
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
