import { formGrid } from '../../report/layouts/form.ts'
import { escaped } from '../../report/layouts/html.ts'
import { wordsAt } from '../../report/layouts/layout.ts'
import { mergedRows, spanAttributes } from '../../report/layouts/merged.ts'
import { figuresOf } from '../../report/layouts/write.ts'
import type { Table } from '../../report/report.ts'
import type { Language } from '../../review/messages/index.ts'
import { sayWording } from '../../review/messages/index.ts'
import type { Review } from '../../review/review.ts'
import { severityOf } from '../../review/severity.ts'
import type { Finding } from '../../rules/rule.ts'

/** The tables that something was found in, as the form prints them, with the cells that are meant marked. HTML. */
export function markedTables({ report, findings }: Review, language: Language): string {
  return report.tables
    .map((table) => ({ table, marks: marksIn(table, findings) }))
    .filter(({ marks }) => marks.size > 0)
    .map(({ table, marks }) => markedTable(table, marks, language))
    .join('')
}

type Marks = ReadonlyMap<string, readonly Finding[]>

/** The findings on figures of a table, by `row/column`. */
function marksIn(table: Table, findings: readonly Finding[]): Marks {
  const marks = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const [key, { span }] of table.cells) {
      const isMeant =
        finding.address === undefined
          ? finding.span.start <= span.start && span.end <= finding.span.end && span.start < span.end
          : finding.address === `${table.id}/${key}`
      if (isMeant) marks.set(key, [...(marks.get(key) ?? []), finding])
    }
  }
  return marks
}

function markedTable(table: Table, marks: Marks, language: Language): string {
  const unread = new Set(table.rows.filter(({ unaligned }) => unaligned).map(({ id }) => id))
  const rows = mergedRows(formGrid(table.format, figuresOf(table))).map((row) => {
    const cells = row.map((cell) => {
      const words = escaped(wordsAt(cell))
      if (cell.key === undefined) return `<th${spanAttributes(cell)}>${words}</th>`
      const found = marks.get(cell.key)
      if (found !== undefined) return markedCell(spanAttributes(cell), words, found, language)
      const isUnread = unread.has(cell.key.split('/')[0] ?? '')
      return `<td${spanAttributes(cell)}${isUnread ? ' class="unread"' : ''}>${words}</td>`
    })
    return `<tr>${cells.join('')}</tr>\n`
  })
  return `<table class="form"><caption>${escaped(table.format.title)}</caption>\n${rows.join('')}</table>\n`
}

/** What it should be stands beside the figure where one reading remains. */
function markedCell(spans: string, words: string, found: readonly Finding[], language: Language): string {
  const [first] = found
  const worst = first === undefined ? 'info' : severityOf(first)
  const said = found.map(({ wording }) => sayWording(language, wording)).join('\n')
  const [edit, ...more] = first?.fixes.find(({ preferred }) => preferred)?.edits ?? []
  const isFigure = edit !== undefined && more.length === 0 && edit.span.start === first?.span.start
  const better = isFigure ? ` <ins>${escaped(edit.newText)}</ins>` : ''
  return `<td${spans} class="${worst}" title="${escaped(said).replaceAll('"', '&quot;')}"><mark>${words === '' ? '　' : words}</mark>${better}</td>`
}
