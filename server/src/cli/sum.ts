import { IgnoreFiles } from '../review/config/ignored.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { judge, type Review, read } from '../review/review.ts'
import { type RolledUp, rollUp } from '../review/rollup/roll-up.ts'
import { RunConfigs } from './configs.ts'
import { formatsFor } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { namedFiles, readInput, reasonOf } from './inputs.ts'
import { type CheckedFile, checkedFile } from './json.ts'
import { pretty } from './outputs/pretty.ts'
import { htmlPage, LAYOUTS, plainTables, type RenderOptions } from './render.ts'
import { sumJson } from './sum-json.ts'

export interface SumOptions {
  readonly format: 'pretty' | 'json'
  readonly as: RenderOptions['as']
  /** A report to hold against the sum. */
  readonly check?: string
  readonly year?: number
  /** Where the tables are written to. */
  readonly output?: string
  readonly formats?: readonly string[]
  readonly language?: Language
}

/**
 * Adds the tables of many reports up, and holds a report against the sum. What was not added is said, and why. Returns the
 * exit status: `found` when something is not in the sum, or differs from it.
 */
export async function sum(host: Host, paths: readonly string[], options: SumOptions): Promise<number> {
  const configs = await RunConfigs.open(host, options)
  if (configs === undefined) return EXIT.failed
  const { language } = configs
  let failed = false
  const files = await namedFiles(host, paths, { language, failed: () => (failed = true) })
  const first = options.check ?? files[0]?.path
  const catalogue = await formatsFor(host, first, options.formats ?? [], language)
  if (catalogue === undefined) return EXIT.failed
  const ignoreFiles = new IgnoreFiles(host.readConfig)
  const unreadable = new Set<string>()
  const textOf = async (path: string): Promise<string | undefined> => {
    if (path === options.output || unreadable.has(path)) return undefined
    const { options: how } = await configs.for(path)
    if (how.isExcluded || (await ignoreFiles.leavesOut(host.uriOf(path)))) return undefined
    const failed = () => unreadable.add(path)
    return (await readInput(host, path, { stdinName: '', language, failed }))?.text
  }
  const parent = options.check === undefined ? undefined : { name: options.check, text: await textOf(options.check) }
  const report = parent?.text === undefined ? undefined : read(parent.text, { catalogue })
  if (parent !== undefined && (report === undefined || !report.facts.format)) {
    if (report !== undefined) host.error(say(language, 'cli/not-parent', { path: parent.name }))
    return EXIT.failed
  }
  const names = files.map(({ path }) => path)
  const sourceOf = async (path: string) => {
    const text = await textOf(path)
    return text === undefined ? undefined : { text, catalogue }
  }
  const rolled = await rollUp(names, sourceOf, {
    year: options.year,
    parent: parent && report && { name: parent.name, report },
  })
  failed ||= unreadable.size > 0
  if (rolled === undefined || rolled.rollup.sum.count === 0) {
    if (rolled !== undefined) for (const line of remarksOn(rolled, language)) host.error(line)
    host.error(say(language, 'rollup/none'))
    return EXIT.failed
  }
  const { options: how } = parent === undefined ? { options: {} } : await configs.for(parent.name)
  const checked = report && judge(report, { ...how, catalogue, sum: rolled.rollup.sum })
  const compared = checked && parent && comparedFile(parent.name, checked, language)
  if (!(await print(host, rolled, compared, checked, options, language))) return EXIT.failed
  if (failed) return EXIT.failed
  const isWhole = rolled.strangers.length === 0 && rolled.rollup.parts.every(({ remarks }) => remarks.length === 0)
  return isWhole && (compared?.findings.length ?? 0) === 0 ? EXIT.ok : EXIT.found
}

/** What differs from the sum: the rest is for `check` to say. */
function comparedFile(path: string, review: Review, language: Language): CheckedFile {
  const findings = review.findings.filter(({ rule }) => rule === 'rollup/sum')
  return checkedFile(path, { ...review, findings }, language)
}

/** Writes the sum and what was compared; whether that could be done. */
async function print(
  host: Host,
  rolled: RolledUp,
  compared: CheckedFile | undefined,
  review: Review | undefined,
  options: SumOptions,
  language: Language,
): Promise<boolean> {
  const tables = tablesOf(rolled, options.as, language)
  const differences = compared && review ? differencesOf(host, rolled, compared, review, language) : ''
  if (options.output !== undefined) {
    try {
      await host.writeFile(options.output, tables)
    } catch (error) {
      host.error(say(language, 'cli/unwritable', { path: options.output, reason: reasonOf(error) }))
      return false
    }
  }
  if (options.format === 'json') await host.out(sumJson(host.version, rolled, compared, language))
  else await host.out((options.output === undefined ? tables : '') + differences)
  for (const line of remarksOn(rolled, language)) host.error(line)
  return true
}

function tablesOf({ year, rollup }: RolledUp, as: SumOptions['as'], language: Language): string {
  const tables = rollup.write(LAYOUTS[as]).map(({ title, text, incomplete }) => ({
    title,
    text,
    note: incomplete > 0 ? say(language, 'rollup/note', { count: incomplete }) : undefined,
  }))
  return as === 'html' ? htmlPage(say(language, 'rollup/title', { year }), tables) : plainTables(as, tables)
}

function differencesOf(
  { colors, version }: Host,
  { rollup }: RolledUp,
  file: CheckedFile,
  review: Review,
  language: Language,
): string {
  const { path, findings } = file
  const count = findings.length
  if (count === 0) return `\n${say(language, 'rollup/agrees', { path, count: rollup.sum.count })}\n`
  const form = pretty({ language, colors, isDryRun: false, failOn: 'error', version })
  return `\n${form.file({ file, review })}${say(language, 'rollup/differs', { path, count })}\n`
}

function* remarksOn({ year, rollup, others, strangers }: RolledUp, language: Language): Iterable<string> {
  const { count, edition } = rollup.sum
  yield say(language, 'rollup/added', { year, edition, count })
  for (const [other, reports] of others) yield say(language, 'rollup/other-year', { year: other, count: reports })
  for (const path of strangers) yield say(language, 'rollup/stranger', { path })
  for (const { name: path, isAdded, remarks } of rollup.parts) {
    if (remarks.length === 0) continue
    const reasons = remarks.map((remark) => sayWording(language, remark)).join(language === 'en' ? '; ' : '；')
    yield say(language, isAdded ? 'rollup/incomplete' : 'rollup/not-added', { path, reasons })
  }
}
