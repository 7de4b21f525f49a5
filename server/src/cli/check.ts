import { pMapIterable } from 'p-map'
import { Years } from '../review/years.ts'
import { SEVERITIES, type Severity } from '../rules/rule.ts'
import type { CheckOptions } from './check-options.ts'
import { openReviewer, outputOptions } from './file-reviewer.ts'
import { EXIT, type Host } from './host.ts'
import { type NamedFile, namedFiles, STANDARD_INPUT } from './inputs.ts'
import { outputNamed } from './outputs/index.ts'
import { counterOf, type Summary } from './outputs/output.ts'
import { Run } from './run.ts'
import { openSink } from './sink.ts'
import { openThreads, type Threads } from './threads.ts'

/** Reviews files and writes down what was found, in the order of the paths. Returns the exit status. */
export async function check(host: Host, paths: readonly string[], options: CheckOptions): Promise<number> {
  const reviewer = await openReviewer(host, options)
  if (reviewer === undefined) return EXIT.failed
  const { language } = reviewer
  let isMissing = false
  const files = await namedFiles(host, paths, { language, failed: () => (isMissing = true) })
  // What an earlier run wrote is none of its reports.
  const inputs = files.filter(({ path }) => path !== options.output)
  const output = outputNamed(options.format, outputOptions(host, options, language))
  const isOutputTaken = options.fixDryRun === true || (options.fix === true && paths.includes(STANDARD_INPUT))
  const sink = await openSink(host, options.output, isOutputTaken, language)
  if (sink === undefined) return EXIT.failed
  const run = new Run(host, language, inputs.length)
  const threads = openThreads(host, options, inputs.length, reviewer)
  const pieces: string[] = []
  let isFirst = true
  if (output.page === undefined) await sink.write(output.begin ?? '')
  const lastYears = await lastYearsOf(inputs, threads, options)
  const review = async (file: NamedFile) => ({
    file,
    result: await threads.review(file.path, lastYears.get(file.path)),
  })
  // While files are written, what others are compared with must not depend on who comes first.
  const inTurn = options.fix === true && lastYears.size > 0
  const results = pMapIterable(inputs, review, inTurn ? { concurrency: 1 } : pace(threads))
  for await (const { file, result } of results) {
    for (const printed of result.printed) await host.out(printed)
    run.add(file, result)
    const { piece } = result
    if (piece === '') continue
    if (output.page !== undefined) pieces.push(piece)
    else await sink.write(isFirst ? piece : (output.separator ?? '') + piece)
    isFirst = false
  }
  threads.end()
  run.close()
  await sink.write(output.page?.(pieces, run) ?? output.end?.(run) ?? '')
  await sink.close()
  if (options.writeBaseline !== undefined) await run.saveBaseline(options.writeBaseline)
  if (run.failed || isMissing) return EXIT.failed
  return reaches(run.summary, options.failOn) && options.writeBaseline === undefined ? EXIT.found : EXIT.ok
}

/** By path, the path of the report of the year before, where it is among the files. */
async function lastYearsOf(
  files: readonly NamedFile[],
  threads: Threads,
  { stdinName }: CheckOptions,
): Promise<ReadonlyMap<string, string>> {
  if (files.length < 2) return new Map()
  const years = new Years()
  const identify = async ({ path }: NamedFile) => ({ path, identity: await threads.identify(path) })
  const found = []
  for await (const { path, identity } of pMapIterable(files, identify, pace(threads))) {
    if (identity === undefined) continue
    found.push({ path, identity })
    // Standard input can be read but once: it has a year before, and is none.
    if (path !== STANDARD_INPUT) years.set(path, identity)
  }
  const pairs = found.flatMap(({ path, identity }) => {
    const last = years.lastYearOf(path === STANDARD_INPUT ? stdinName : path, identity)
    return last === undefined ? [] : [[path, last] as const]
  })
  return new Map(pairs)
}

const pace = ({ count }: Threads) => ({ concurrency: count, backpressure: count * READ_AHEAD })

/** Whether anything as severe as asked for was found. */
const reaches = (summary: Summary, failOn: Severity): boolean =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => summary[counterOf(severity)] > 0)

/** How many files a thread may be ahead of the one that is written next. */
const READ_AHEAD = 16
