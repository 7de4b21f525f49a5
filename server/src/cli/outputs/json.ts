import type { Output, OutputOptions } from './output.ts'

/** One document, in the shape of the contract. */
export const json = ({ version }: OutputOptions): Output => ({
  begin: `{\n  "tool": ${JSON.stringify({ name: 'nianbao', version })},\n  "files": [\n`,
  file: ({ file }) => JSON.stringify(file, null, 2).replace(/^/gm, '    '),
  separator: ',\n',
  end: ({ summary }) => `\n  ],\n  "summary": ${JSON.stringify(summary)}\n}\n`,
})

/** A line a file, as in the `files` of `json`. */
export const jsonl = (): Output => ({ file: ({ file }) => `${JSON.stringify(file)}\n` })
