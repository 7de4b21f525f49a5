import { readReport } from '../report/read.ts'
import type { Language } from '../review/messages/index.ts'
import { readFormats } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { readInputs } from './inputs.ts'
import { parsedFile } from './json.ts'

/** Prints what was read of each file, as JSON. Returns the exit status. */
export async function parse(
  host: Host,
  paths: readonly string[],
  stdinName: string,
  language: Language,
  formats: readonly string[] = [],
): Promise<number> {
  const catalogue = await readFormats(host, formats, language)
  if (catalogue === undefined) return EXIT.failed
  const files = []
  let failed = false
  const inputs = readInputs(host, paths, { stdinName, language, failed: () => (failed = true) })
  for await (const { path, text } of inputs) files.push(parsedFile(path, readReport(text, catalogue)))
  host.out(`${JSON.stringify({ files }, null, 2)}\n`)
  return failed ? EXIT.failed : EXIT.ok
}
