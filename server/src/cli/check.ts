import { pMapIterable } from 'p-map'
import { SEVERITIES, type Severity } from '../rules/rule.ts'
import type { CheckOptions } from './check-options.ts'
import { openReviewer, outputOptions } from './file-reviewer.ts'
import { EXIT, type Host } from './host.ts'
import { namedFiles, STANDARD_INPUT } from './inputs.ts'
import { outputNamed } from './outputs/index.ts'
import { counterOf, type Summary } from './outputs/output.ts'
import { Run } from './run.ts'
import { openSink } from './sink.ts'
import { openThreads } from './threads.ts'

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
  const results = pMapIterable(inputs, async (file) => ({ file, result: await threads.review(file.path) }), {
    concurrency: threads.count,
    backpressure: threads.count * READ_AHEAD,
  })
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

/** Whether anything as severe as asked for was found. */
const reaches = (summary: Summary, failOn: Severity): boolean =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => summary[counterOf(severity)] > 0)

/** How many files a thread may be ahead of the one that is written next. */
const READ_AHEAD = 16
