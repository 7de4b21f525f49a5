import { escaped } from '../../report/layouts/html.ts'
import { markedTables } from '../../review/form/marked-tables.ts'
import { STYLE } from '../../review/form/page-style.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { type Checked, type Entry, elsewhere, type Output, type OutputOptions, type Totals } from './output.ts'

/** One page without scripts that a superior can read and print: a summary, then each report that something was found in. */
export const html = ({ language, version }: OutputOptions): Output => ({
  file: (checked) => (checked.file.findings.length === 0 ? '' : part(checked, language)),
  page: (pieces, totals) => page(pieces, totals, language, version),
})

function part({ file, review }: Checked, language: Language): string {
  const items = file.findings.map((finding) => {
    const {
      rule,
      severity,
      message,
      range: { start },
      fixes: [fix],
    } = finding
    const others = elsewhere(finding).map((line) => `<p class="place">${escaped(line)}</p>`)
    const place = say(language, 'page/place', { line: start.line + 1, column: start.character + 1 })
    const advice = fix === undefined ? '' : `<p class="fix">${escaped(fix.title)}</p>`
    const grade = `<strong class="${severity}">${say(language, `severity.${severity}`)}</strong>`
    return `<li>${grade} ${escaped(message)} <span class="place">${place} · ${rule}</span>${others.join('')}${advice}</li>\n`
  })
  return `<section id="${anchorOf(file.path)}">
<h2>${escaped(nameOf(file))}</h2>
<p class="place">${escaped(file.path)}</p>
<ol>
${items.join('')}</ol>
${markedTables(review, language, 'marked')}</section>
`
}

function page(pieces: readonly string[], totals: Totals, language: Language, version: string): string {
  const { summary, suppressed, entries, problems } = totals
  const title = say(language, 'page/title')
  const heads = (['organ', 'year', 'edition', 'errors', 'warnings', 'infos'] as const).map(
    (head) => `<th scope="col">${say(language, `page/${head}`)}</th>`,
  )
  const ignored = suppressed > 0 ? say(language, 'cli/suppressed', { count: suppressed }) : ''
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="nianbao ${version}">
<title>${title}</title>
<style>
${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${say(language, 'cli/summary', { ...summary })}${ignored}</p>
${problems.map((problem) => `<p class="problem">${escaped(problem)}</p>\n`).join('')}<table class="list">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${entries.map((entry) => listed(entry, language)).join('')}</tbody>
</table>
${pieces.join('')}</body>
</html>
`
}

function listed(entry: Entry, language: Language): string {
  const { path, isReport, year, edition, errors, warnings, infos, hints } = entry
  const name = escaped(nameOf(entry))
  const found = errors + warnings + infos + hints > 0
  const first = found ? `<a href="#${anchorOf(path)}">${name}</a>` : name
  const rest = isReport
    ? [year ?? '', edition ?? '', errors, warnings, infos]
    : [`<em>${say(language, 'status.notReport')}</em>`, '', '', '', '']
  return `<tr><td>${first}</td>${rest.map((value) => `<td>${value}</td>`).join('')}</tr>\n`
}

const nameOf = ({ path, organ }: Pick<Entry, 'path' | 'organ'>): string => organ ?? path

const anchorOf = (path: string): string => `file-${encodeURIComponent(path)}`
