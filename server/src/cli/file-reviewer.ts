import { IgnoreFiles } from '../review/config/ignored.ts'
import { type Language, say } from '../review/messages/index.ts'
import { judge, read } from '../review/review.ts'
import { type Identity, identify } from '../review/years.ts'
import { onDemand } from '../text/on-demand.ts'
import { type Baseline, readBaseline, without } from './baseline.ts'
import type { CheckOptions } from './check-options.ts'
import { RunConfigs } from './configs.ts'
import { type FileResult, nothingOf } from './file-result.ts'
import { fingerprints } from './fingerprints.ts'
import { type FixedInput, type FixMode, fixInput } from './fix.ts'
import { RunFormats } from './formats.ts'
import type { Host } from './host.ts'
import { readInput, STANDARD_INPUT } from './inputs.ts'
import { checkedFile } from './json.ts'
import { outputNamed } from './outputs/index.ts'
import { entryOf } from './outputs/output.ts'
import { Pasts } from './pasts.ts'

/** Reviews files, one at a time, each under its own configuration. */
export interface FileReviewer {
  readonly language: Language
  /** @param past the path of the report of the year before, if there is one */
  readonly review: (path: string, past?: string) => Promise<FileResult>
  /** Whose report a file is; undefined where it is none, is not to be reviewed, or cannot be read. Says nothing. */
  readonly identify: (path: string) => Promise<Identity | undefined>
}

/** Undefined, and said why, when what it is to review by cannot be read. */
export async function openReviewer(host: Host, options: CheckOptions): Promise<FileReviewer | undefined> {
  const said: Said = { errors: [], printed: [] }
  const quiet: Host = {
    ...host,
    error: (line) => void said.errors.push(line),
    out: (content) => void said.printed.push(content),
    readStandardInput: onDemand(host.readStandardInput),
  }
  const configs = await RunConfigs.open(quiet, options)
  // One configuration for all, or none, is all that counts.
  const looksAround = options.config === undefined
  const formats = configs && (await RunFormats.open(quiet, options.formats ?? [], configs.language, { looksAround }))
  const baseline = configs && (await readBaseline(quiet, options.baseline, configs.language))
  for (const line of said.errors.splice(0)) host.error(line)
  if (configs === undefined || formats === undefined || baseline === undefined) return undefined
  const files = fileReview({ host: quiet, options, configs, formats, baseline })
  return {
    language: configs.language,
    review: async (path, past) => {
      const result = await files.review(path, past)
      return { ...result, errors: said.errors.splice(0), printed: said.printed.splice(0) }
    },
    // What is wrong in a configuration is said with the first file that is reviewed.
    identify: files.identify,
  }
}

/** What was said over a file, to be said where the run is led. */
interface Said {
  readonly errors: string[]
  readonly printed: (string | Uint8Array)[]
}

interface Setup {
  readonly host: Host
  readonly options: CheckOptions
  readonly configs: RunConfigs
  readonly formats: RunFormats
  readonly baseline: Baseline
}

function fileReview({ host, options, configs, formats, baseline }: Setup) {
  const { language } = configs
  const output = outputNamed(options.format, outputOptions(host, options, language))
  const ignoreFiles = new IgnoreFiles(host.readConfig)
  const fixing = fixModeOf(options)
  const howToReview = async (path: string) => {
    const isFile = path !== STANDARD_INPUT
    const name = isFile ? path : options.stdinName
    const how = await configs.for(name)
    const isLeftOut = isFile && (how.options.isExcluded || (await ignoreFiles.leavesOut(host.uriOf(path))))
    return { ...how, isLeftOut, catalogue: () => formats.for(name, how.file) }
  }
  const { stdinName } = options
  const silently = (path: string) =>
    readInput({ ...host, error: () => {} }, path, { stdinName, language, failed: () => {} })
  const pasts = new Pasts(
    async (path) => (await silently(path))?.text,
    async (path) => (await howToReview(path)).catalogue(),
  )
  const identifyFile = async (path: string): Promise<Identity | undefined> => {
    const { isLeftOut, catalogue } = await howToReview(path)
    if (isLeftOut) return undefined
    const input = await silently(path)
    return input && identify(input.text, await catalogue())
  }
  const review = async (path: string, pastPath?: string): Promise<FileResult> => {
    let failed = false
    const fail = () => {
      failed = true
    }
    const { options: how, isSound, isLeftOut, catalogue } = await howToReview(path)
    if (isLeftOut) return nothingOf({ failed: configs.failed, isExcluded: true })
    const input = await readInput(host, path, { stdinName, language, failed: fail })
    if (input === undefined) return nothingOf({ failed: true })
    const past = pastPath === undefined ? undefined : await pasts.at(pastPath)
    const reviewOptions = { ...how, catalogue: await catalogue() }
    const given = judge(read(input.text, reviewOptions), { ...reviewOptions, past })
    const done: FixedInput =
      fixing === undefined
        ? { review: given }
        : await fixInput(host, input, given, isSound && !formats.failed, fixing, language)
    for (const { rule, error } of done.review.failures) {
      host.error(say(language, 'cli/rule-failed', { path: input.path, rule, reason: String(error) }))
      fail()
    }
    // What it is compared with is as it is on the disk, whatever was only tried.
    pasts.keep(input.path, fixing === 'diff' ? given.report : done.review.report)
    const { review: left, gone } = without(done.review, baseline.get(input.path))
    const file = checkedFile(input.path, left, language, done.fixed)
    return nothingOf({
      entry: entryOf(file),
      piece: output.file({ file, review: left }),
      suppressed: file.suppressed,
      failed: failed || done.failed === true || configs.failed || formats.failed,
      fingerprints: options.writeBaseline === undefined ? [] : fingerprints(left),
      gone,
    })
  }
  return { review, identify: identifyFile }
}

export const outputOptions = (host: Host, options: CheckOptions, language: Language) => ({
  language,
  // Standard output is for the difference, or for a fixed text: then findings go elsewhere.
  colors: host.colors && options.output === undefined && fixModeOf(options) === undefined,
  isDryRun: options.fixDryRun === true,
  failOn: options.failOn,
  version: host.version,
})

const fixModeOf = ({ fix, fixDryRun }: CheckOptions): FixMode | undefined => (fixDryRun ? 'diff' : fix && 'write')
