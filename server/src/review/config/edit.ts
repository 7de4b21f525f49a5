import { type FormattingOptions, modify, parseTree } from 'jsonc-parser'
import { newlineOf } from '../../report/dialect.ts'
import type { SpanEdit } from '../../text/span.ts'
import type { IgnoreEntry } from '../ignore/entry.ts'
import type { Config } from './schema.ts'

/** Puts an entry at the end of a configuration's list of ignores, as it is written. Undefined where that is none. */
export function withIgnore(text: string, entry: IgnoreEntry): SpanEdit[] | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true })
  if (tree !== undefined && tree.type !== 'object') return undefined
  const list = tree?.children?.find(({ children }) => children?.[0]?.value === 'ignore')?.children?.[1]
  if (list !== undefined && list.type !== 'array') return undefined
  const edits = modify(text, ['ignore', -1], entry, { isArrayInsertion: true, formattingOptions: formatOf(text) })
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }))
}

/** A configuration with an entry, and with what was set in the editor so far: from now on only the file counts. */
export function newConfig({ rules, exclude }: Config, entry: IgnoreEntry): string {
  const config = {
    ...(rules && Object.keys(rules).length > 0 && { rules }),
    ...(exclude && exclude.length > 0 && { exclude }),
    ignore: [entry],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

function formatOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  return { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: newlineOf(text) }
}
