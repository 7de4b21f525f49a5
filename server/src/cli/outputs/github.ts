import type { Severity } from '../../rules/rule.ts'
import { elsewhere, type Output } from './output.ts'

const COMMAND: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }

/** Workflow commands of GitHub Actions, which mark the lines of a pull request. */
export const github = (): Output => ({
  file: ({ file: { path, findings } }) =>
    findings
      .map((finding) => {
        const {
          severity,
          range: { start, end },
          rule,
          message,
        } = finding
        const properties = {
          file: path,
          line: start.line + 1,
          endLine: end.line + 1,
          // Columns are for a mark within one line; GitHub drops an annotation that has them on several.
          ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
          title: rule,
        }
        const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
        return `::${COMMAND[severity]} ${written.join(',')}::${escapedData([message, ...elsewhere(finding)].join('\n'))}\n`
      })
      .join(''),
})

const escapedData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
