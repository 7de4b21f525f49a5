import { escaped } from '../../report/layouts/html.ts'
import { markedTables } from '../../review/form/marked-tables.ts'
import { STYLE } from '../../review/form/page-style.ts'
import { reportName } from '../../review/form/report-name.ts'
import { type Language, say } from '../../review/messages/index.ts'
import type { Review } from '../../review/review.ts'

export interface TablesPage {
  readonly html: string
  readonly name: string
  readonly told: string
}

/** A page without scripts to print on A4: the tables as the form has them, wrong cells marked as in the view. */
export function tablesPage(review: Review, language: Language): TablesPage {
  const name = `${(reportName(review.report) ?? '').replace(/[\\/:*?"<>|]/g, '')}${say(language, 'view/page')}.html`
  return { html: pageOf(review, language), name, told: say(language, 'view/page.told') }
}

function pageOf(review: Review, language: Language): string {
  const title = escaped(reportName(review.report) ?? '')
  const tables = markedTables(review, language, 'all')
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
${tables === '' ? `<p>${say(language, review.report.isReport ? 'view/none' : 'view/notReport')}</p>\n` : tables}</body>
</html>
`
}
