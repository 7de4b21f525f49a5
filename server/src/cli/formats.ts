import { TextDocument } from 'vscode-languageserver-textdocument'
import { CATALOGUE, type Catalogue } from '../formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../formats/pack.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { decode } from './encoding.ts'
import type { Host } from './host.ts'
import { reasonOf } from './inputs.ts'

/**
 * The official editions with the formats of these files, each of which may extend what is before it. What is wrong with
 * them is said on standard error, `file:line:column: …`; then there is no catalogue.
 */
export async function readFormats(
  host: Host,
  paths: readonly string[],
  language: Language,
): Promise<Catalogue | undefined> {
  let catalogue = CATALOGUE
  let failed = false
  for (const path of paths) {
    try {
      const { text } = decode(await host.readFile(path))
      const pack = parseFormatPack(text, catalogue)
      for (const line of problemLines(path, text, pack.problems, language)) host.error(line)
      failed ||= pack.problems.length > 0
      catalogue = withPacks(catalogue, [pack])
    } catch (error) {
      host.error(say(language, 'cli/unreadable', { path, reason: reasonOf(error) }))
      failed = true
    }
  }
  return failed ? undefined : catalogue
}

function problemLines(
  file: string,
  text: string,
  problems: ReturnType<typeof parseFormatPack>['problems'],
  language: Language,
): string[] {
  const document = TextDocument.create('', '', 0, text)
  return problems.map(({ span, path, wording }) => {
    const { line, character } = document.positionAt(span.start)
    return `${file}:${line + 1}:${character + 1}: ${path === '' ? '' : `${path} `}${sayWording(language, wording)}`
  })
}
