import { formGrid } from '../../report/layouts/form.ts'
import { escaped } from '../../report/layouts/html.ts'
import { wordsAt } from '../../report/layouts/layout.ts'
import { mergedRows, spanAttributes } from '../../report/layouts/merged.ts'
import { figuresOf } from '../../report/layouts/write.ts'
import type { Table } from '../../report/report.ts'
import type { Language } from '../messages/index.ts'
import { sayWording } from '../messages/index.ts'
import type { Review } from '../review.ts'
import { severityOf } from '../severity.ts'
import { type Mark, marksIn } from './marks.ts'

/** Tables as the form prints them, with the cells marked that something was found in: all, or only those with such cells. */
export function markedTables({ report, findings }: Review, language: Language, which: 'all' | 'marked'): string {
  return report.tables
    .map((table) => ({ table, marks: marksIn(table, findings) }))
    .filter(({ marks }) => which === 'all' || marks.size > 0)
    .map(({ table, marks }) => markedTable(table, marks, language))
    .join('')
}

function markedTable(table: Table, marks: ReadonlyMap<string, Mark>, language: Language): string {
  const unread = new Set(table.rows.filter(({ unaligned }) => unaligned).map(({ id }) => id))
  const rows = mergedRows(formGrid(table.format, figuresOf(table))).map((row) => {
    const scope = row.some(({ isFigure }) => isFigure) ? 'row' : 'col'
    const cells = row.map((cell) => {
      const words = escaped(wordsAt(cell))
      if (cell.key === undefined) return `<th scope="${scope}"${spanAttributes(cell)}>${words}</th>`
      const mark = marks.get(cell.key)
      if (mark !== undefined) return markedCell(spanAttributes(cell), words, mark, language)
      const isUnread = unread.has(cell.key.split('/')[0] ?? '')
      return `<td${spanAttributes(cell)}${isUnread ? ' class="unread"' : ''}>${words}</td>`
    })
    return `<tr>${cells.join('')}</tr>\n`
  })
  return `<table class="form"><caption>${escaped(table.format.title)}</caption>\n${rows.join('')}</table>\n`
}

/** What it should be stands beside the figure where one reading remains. */
function markedCell(spans: string, words: string, { findings, expected }: Mark, language: Language): string {
  const [first] = findings
  const worst = first === undefined ? 'info' : severityOf(first)
  const said = findings.map(({ wording }) => sayWording(language, wording)).join('\n')
  const better = expected?.certain ? ` <ins>${escaped(expected.text)}</ins>` : ''
  return `<td${spans} class="${worst}" title="${escaped(said).replaceAll('"', '&quot;')}"><mark>${words === '' ? '　' : words}</mark>${better}</td>`
}
