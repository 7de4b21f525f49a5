import { type Language, say, sayWording } from '../review/messages/index.ts'
import type { Wording } from '../rules/rule.ts'
import type { Draft } from '../word/draft.ts'
import { isWordName } from '../word/read/container.ts'
import { isRefusal } from '../word/refusal.ts'
import { formatsFor } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { type Input, onlyInput, reasonOf } from './inputs.ts'

export interface ConvertOptions {
  readonly output?: string
  readonly formats?: readonly string[]
  readonly stdinName: string
  readonly language: Language
}

/**
 * Writes a Word file or a web page as a Markdown draft, or a report as a Word file in the official layout: the name of the
 * output tells which. What has no place there goes to standard error. Returns the exit status: `found` when something is in
 * the original alone.
 */
export async function convert(host: Host, path: string, options: ConvertOptions): Promise<number> {
  const { output, language } = options
  if (output === path) return failed(host, say(language, 'cli/same-file', { path }))
  const input = await onlyInput(host, path, options)
  if (input === undefined) return EXIT.failed
  try {
    const draft = input.draft ?? (isPage(input) ? (await host.loadWord()).readPage(input.text) : undefined)
    const toWord = output !== undefined && isWordName(output)
    if (toWord && !/\.docx$/i.test(output)) return failed(host, say(language, 'cli/only-docx', { path: output }))
    if (draft === undefined && !toWord) return failed(host, say(language, 'cli/not-word-target', { path: input.path }))
    const written: Written | undefined = toWord
      ? await wordOf(host, input, draft, options)
      : { content: draft?.text ?? '', remarks: [] }
    if (written === undefined) return EXIT.failed
    const { content, remarks } = written
    if (output === undefined) await host.out(content)
    else if (!(await isWritten(host, output, content, language))) return EXIT.failed
    const left = [...(draft?.left ?? []), ...remarks]
    for (const wording of [...(draft?.kept ?? []), ...left])
      host.error(`${input.path}: ${sayWording(language, wording)}`)
    return left.length === 0 ? EXIT.ok : EXIT.found
  } catch (error) {
    const reason = isRefusal(error) ? say(language, error.key) : reasonOf(error)
    return failed(host, say(language, 'cli/unreadable', { path: input.path, reason }))
  }
}

interface Written {
  readonly content: string | Uint8Array
  /** What is not in it, or not in the official form. */
  readonly remarks: readonly Wording[]
}

function failed(host: Host, message: string): number {
  host.error(message)
  return EXIT.failed
}

const isPage = ({ draft, path, text }: Input): boolean =>
  draft === undefined && (/\.html?$/i.test(path) || /^\s*<(?:!doctype|html)\b/i.test(text))

/** Undefined, and said why, where there is no report. */
async function wordOf(
  host: Host,
  { path, text }: Input,
  draft: Draft | undefined,
  { formats = [], language }: ConvertOptions,
): Promise<Written | undefined> {
  const catalogue = await formatsFor(host, path, formats, language)
  if (catalogue === undefined) return undefined
  const dialect = draft !== undefined || /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'
  const word = await host.loadWord()
  const written = await word.writeWord(draft?.text ?? text, dialect, catalogue)
  if (written === undefined) host.error(say(language, 'cli/not-report', { path }))
  return written && { content: written.bytes, remarks: written.remarks }
}

async function isWritten(host: Host, path: string, content: string | Uint8Array, language: Language): Promise<boolean> {
  try {
    await host.writeFile(path, content)
    return true
  } catch (error) {
    host.error(say(language, 'cli/unwritable', { path, reason: reasonOf(error) }))
    return false
  }
}
