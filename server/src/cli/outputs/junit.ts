import { type Language, say } from '../../review/messages/index.ts'
import { SEVERITIES } from '../../rules/rule.ts'
import type { CheckedFile } from '../json.ts'
import { elsewhere, type Output, type OutputOptions } from './output.ts'

/** For the test pages of a CI server: a suite a file, a case a finding, failed where it makes the run fail. */
export const junit = ({ language, failOn }: OutputOptions): Output => ({
  begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nianbao">\n',
  file: ({ file }) => suite(file, SEVERITIES.indexOf(failOn), language),
  end: ({ problems }) => `${problems.length > 0 ? unread(problems) : ''}</testsuites>\n`,
})

function suite({ path, isReport, findings }: CheckedFile, worst: number, language: Language): string {
  const cases = findings.map((finding) => {
    const {
      rule,
      severity,
      message,
      range: { start },
    } = finding
    const place = `${path}:${start.line + 1}:${start.character + 1}`
    const words = [`${place} ${say(language, `severity.${severity}`)} ${message}`, ...elsewhere(finding)].join('\n')
    const name = attribute('name', `${rule} ${start.line + 1}:${start.character + 1}`)
    const isFailure = SEVERITIES.indexOf(severity) <= worst
    const inside = isFailure
      ? `<failure ${attribute('type', severity)} ${attribute('message', message)}>${escapedXml(words)}</failure>`
      : `<system-out>${escapedXml(words)}</system-out>`
    return { xml: `    <testcase ${name} ${attribute('classname', path)}>${inside}</testcase>\n`, isFailure }
  })
  if (!isReport) {
    const inside = `<skipped ${attribute('message', say(language, 'status.notReport'))}/>`
    const xml = `    <testcase ${attribute('name', path)} ${attribute('classname', path)}>${inside}</testcase>\n`
    cases.push({ xml, isFailure: false })
  } else if (cases.length === 0) {
    const xml = `    <testcase ${attribute('name', path)} ${attribute('classname', path)}/>\n`
    cases.push({ xml, isFailure: false })
  }
  const failures = cases.filter(({ isFailure }) => isFailure).length
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${isReport ? 0 : 1}"`
  return `  <testsuite ${attribute('name', path)} ${counts}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`
}

function unread(problems: readonly string[]): string {
  const cases = problems.map(
    (problem) => `    <testcase ${attribute('name', problem)}><error ${attribute('message', problem)}/></testcase>\n`,
  )
  const counts = `tests="${cases.length}" failures="0" errors="${cases.length}" skipped="0"`
  return `  <testsuite name="nianbao" ${counts}>\n${cases.join('')}  </testsuite>\n`
}

const attribute = (name: string, value: string): string => `${name}="${escapedXml(value).replaceAll('"', '&quot;')}"`

/** What XML 1.0 cannot hold, such as control characters and half of a surrogate pair. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const escapedXml = (text: string): string =>
  text.replace(NOT_XML, '\u{FFFD}').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
