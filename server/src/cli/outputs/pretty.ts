import pc from 'picocolors'
import { type Language, say } from '../../review/messages/index.ts'
import type { Severity } from '../../rules/rule.ts'
import type { CheckedFile } from '../json.ts'
import { elsewhere, type Output, type OutputOptions, type Totals } from './output.ts'

/** For reading in a terminal. */
export const pretty = (options: OutputOptions): Output => ({
  file: ({ file }) => prettyFile(file, options),
  end: (totals) => prettySummary(totals, options.language),
})

/** The findings of a file, a line each: `line:column`, counted from one as editors show them. */
function prettyFile(
  { path, isReport, findings, fixed = 0 }: CheckedFile,
  { language, colors, isDryRun }: OutputOptions,
): string {
  const paint = pc.createColors(colors)
  if (!isReport) return `${paint.underline(path)}\n  ${paint.dim(say(language, 'status.notReport'))}\n`
  if (findings.length === 0 && fixed === 0) return ''
  const colorOf: Record<Severity, (text: string) => string> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
    hint: paint.dim,
  }
  const lines = findings.flatMap((finding) => {
    const { range, severity, message, rule } = finding
    const place = `${range.start.line + 1}:${range.start.character + 1}`.padEnd(8)
    return [
      `  ${paint.dim(place)} ${colorOf[severity](say(language, `severity.${severity}`))}  ${message}  ${paint.dim(rule)}`,
      ...elsewhere(finding).map((line) => `  ${' '.repeat(place.length)} ${paint.dim(`→ ${line}`)}`),
    ]
  })
  if (fixed > 0) {
    const text = say(language, isDryRun ? 'cli/fixable' : 'cli/fixed', { count: fixed })
    lines.unshift(`  ${paint.green(text)}`)
  }
  return `${paint.underline(path)}\n${lines.join('\n')}\n`
}

const prettySummary = ({ summary, suppressed }: Totals, language: Language): string =>
  `\n${say(language, 'cli/summary', { ...summary })}${suppressed > 0 ? say(language, 'cli/suppressed', { count: suppressed }) : ''}\n`
