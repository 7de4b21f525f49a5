import { readReport } from '../report/read.ts'
import { Configs } from '../review/config/store.ts'
import type { Language } from '../review/messages/index.ts'
import { RunFormats } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { readInputs } from './inputs.ts'
import { parsedFile } from './json.ts'

/** Prints what was read of each file, as JSON. Returns the exit status. */
export async function parse(
  host: Host,
  paths: readonly string[],
  stdinName: string,
  language: Language,
  named: readonly string[] = [],
): Promise<number> {
  const formats = await RunFormats.open(host, named, language)
  if (formats === undefined) return EXIT.failed
  const configs = new Configs(host.readConfig)
  const files = []
  let failed = false
  const inputs = readInputs(host, paths, { stdinName, language, failed: () => (failed = true) })
  for await (const { path, text } of inputs) {
    const catalogue = await formats.for(path, await configs.nearest(host.uriOf(path)))
    files.push(parsedFile(path, readReport(text, catalogue)))
  }
  host.out(`${JSON.stringify({ files }, null, 2)}\n`)
  return failed || formats.failed ? EXIT.failed : EXIT.ok
}
