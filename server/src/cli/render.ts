import { CATALOGUE } from '../formats/catalogue.ts'
import { type WrittenTable, writeOut } from '../report/edition/write-out.ts'
import { escaped } from '../report/layouts/html.ts'
import { readReport } from '../report/read.ts'
import type { LayoutName } from '../report/report.ts'
import { detailsOf, outcomeOf } from '../review/brought.ts'
import { reportName } from '../review/form/report-name.ts'
import { type Language, say, sayWording } from '../review/messages/index.ts'
import { formatsFor } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { onlyInput } from './inputs.ts'

export const FORMS = ['markdown', 'html', 'tabs'] as const
export const EDITIONS = CATALOGUE.formats.map(({ id }) => id)

export interface RenderOptions {
  readonly as: (typeof FORMS)[number]
  readonly edition?: string
  readonly stdinName: string
  readonly output?: string
  readonly language: Language
}

export const LAYOUTS: Readonly<Record<RenderOptions['as'], LayoutName>> = {
  markdown: 'pipes',
  html: 'html',
  tabs: 'tabs',
}

/**
 * Writes the tables of a report out again. What is moved, noted or left out goes to standard error. Returns the exit
 * status: `found` when something of a table could not be read or has no place in the form.
 */
export async function render(host: Host, path: string, options: RenderOptions): Promise<number> {
  const { as, edition, language } = options
  const input = await onlyInput(host, path, options)
  if (input === undefined) return EXIT.failed
  const catalogue = await formatsFor(host, path, [], language)
  const report = readReport(input.text, catalogue)
  const tables = writeOut(
    report,
    LAYOUTS[as],
    report.editions.formats.find(({ id }) => id === edition),
  )
  if (tables.length === 0) {
    host.error(say(language, report.isReport ? 'cli/no-tables' : 'cli/not-report', { path: input.path }))
    return EXIT.failed
  }
  const name = reportName(report) ?? input.path
  const output = as === 'html' ? htmlPage(name, tables) : plainTables(as, tables)
  if (options.output === undefined) host.out(output)
  else {
    try {
      await host.writeFile(options.output, output)
    } catch (error) {
      host.error(say(language, 'cli/unwritable', { path: options.output, reason: String(error) }))
      return EXIT.failed
    }
  }
  const remarks = tables.flatMap((table) => [...remarksOn(table, input.path, language)])
  for (const remark of remarks) host.error(remark)
  return tables.some(isIncomplete) ? EXIT.found : EXIT.ok
}

/** A table as it is printed: what stands above it, and a note below. */
export type PrintedTable = Pick<WrittenTable, 'title' | 'text' | 'note'>

export const plainTables = (as: RenderOptions['as'], tables: readonly PrintedTable[]): string =>
  tables
    .map(({ title, text, note }) => {
      const heading = as === 'markdown' ? `## ${title}` : title
      return `${heading}\n\n${text}${note === undefined ? '' : `\n${note}\n`}`
    })
    .join('\n')

export function htmlPage(name: string, tables: readonly PrintedTable[]): string {
  const written = tables.map(
    ({ title, text, note }) =>
      `<h2>${escaped(title)}</h2>\n${text}${note === undefined ? '' : `<p>${escaped(note)}</p>\n`}`,
  )
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(name)}</title>
<style>table { border-collapse: collapse } td { border: 1px solid; padding: 0.2em 0.5em }</style>
</head>
<body>
${written.join('')}</body>
</html>
`
}

const isIncomplete = ({ unread, stray }: WrittenTable): boolean => unread.length > 0 || stray !== undefined

function* remarksOn(table: WrittenTable, path: string, language: Language): Iterable<string> {
  const args = { path, table: table.table.format.title }
  if (table.old.length > 0) {
    yield `${path}: ${sayWording(language, outcomeOf(table))}`
    for (const detail of detailsOf(table)) yield `  ${sayWording(language, detail)}`
  }
  if (table.unread.length > 0) {
    yield say(language, 'cli/unread-rows', { ...args, rows: table.unread.map((row) => `“${row}”`).join('、') })
  }
  if (table.stray !== undefined) yield say(language, 'cli/not-in-form', { ...args, text: table.stray })
}
