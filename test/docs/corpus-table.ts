import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { say } from '../../server/src/review/messages/index.ts'
import { review } from '../../server/src/review/review.ts'
import { severityOf } from '../../server/src/review/severity.ts'
import { RULES } from '../../server/src/rules/index.ts'
import { type Finding, SEVERITIES } from '../../server/src/rules/rule.ts'

const FOLDERS = ['seeds', 'corpus']
/** Each report once, in its plainest form, and not the empty form. */
const isChosen = (name: string): boolean => name.endsWith('.txt') && !/\.(flat|pdfcopy)\.|^template/.test(name)

/** What people found in a report: a rule, and a text on the line of its finding. */
interface Judged {
  readonly required: readonly (readonly [rule: string, text: string])[]
  readonly accepted: readonly (readonly [rule: string, text: string])[]
}

interface Published {
  readonly name: string
  readonly findings: readonly Finding[]
  /** Of a finding at warning or above: whether people asked for it or said that it may be there. */
  readonly standing: (finding: Finding) => 'required' | 'accepted' | 'other'
}

/** The published reports beside the checkout; none where they are not there. */
function reportsIn(shared: string): readonly Published[] {
  const gold = path.join(shared, 'gold/findings.json')
  const judged: Record<string, Judged> = existsSync(gold) ? JSON.parse(readFileSync(gold, 'utf8')).reports : {}
  return FOLDERS.filter((folder) => existsSync(path.join(shared, folder))).flatMap((folder) =>
    readdirSync(path.join(shared, folder))
      .filter(isChosen)
      .sort()
      .map((file): Published => {
        const text = readFileSync(path.join(shared, folder, file), 'utf8')
        const name = file.replace(/\.txt$/, '')
        const { required = [], accepted = [] } = judged[name] ?? {}
        const isIn = (list: Judged['required'], finding: Finding) =>
          list.some(([rule, part]) => rule === finding.rule && lineAt(text, finding).includes(part))
        return {
          name: name.replace(/^(\d{3})_.*/, 'seed-$1'),
          findings: review(text).findings,
          standing: (finding) =>
            isIn(required, finding) ? 'required' : isIn(accepted, finding) ? 'accepted' : 'other',
        }
      }),
  )
}

function lineAt(text: string, { span }: Finding): string {
  const end = text.indexOf('\n', span.end)
  return text.slice(text.lastIndexOf('\n', span.start - 1) + 1, end === -1 ? undefined : end)
}

const isLoud = (finding: Finding): boolean => ['error', 'warning'].includes(severityOf(finding))

interface Counts {
  readonly all: number
  readonly loud: number
  readonly required: number
  readonly accepted: number
  readonly where: string
}

function countsOf(id: string, reports: readonly Published[]): Counts {
  const each = reports.map((report) => ({ report, found: report.findings.filter(({ rule }) => rule === id) }))
  const loud = each.flatMap(({ report, found }) => found.filter(isLoud).map(report.standing))
  return {
    all: each.flatMap(({ found }) => found).length,
    loud: loud.length,
    required: loud.filter((standing) => standing === 'required').length,
    accepted: loud.filter((standing) => standing === 'accepted').length,
    where: each
      .filter(({ found }) => found.length > 0)
      .map(({ report, found }) => `${report.name} ${found.length}`)
      .join('<br>'),
  }
}

const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .toSpliced(1, 0, rows[0]?.map(() => '---') ?? [])
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')

/** What every rule finds in published reports, as a page; undefined where there are none. */
export function corpusPage(shared: string): string | undefined {
  const reports = reportsIn(shared)
  if (reports.length === 0) return undefined
  const rows = RULES.map(({ id, severity }) => {
    const { all, loud, required, accepted, where } = countsOf(id, reports)
    return [`\`${id}\``, severity, ...[all, loud, required, accepted].map(String), where || '–']
  })
  const head = [
    '规则 Rule',
    '级别 Severity',
    '条数 Findings',
    '警告以上 Warnings and errors',
    '其中该报的 Required',
    '认可的 Accepted',
    '所在 Where',
  ]
  return `# 各规则在已公布年报中的发现 What each rule finds in published reports

${reports.length} 份已公布的年报，逐条规则统计；由测试生成，与人工核对的结果相符。警告以上的，“该报的”是人工核对要求必须报出的，
“认可的”是可以报的；其余的规则人工未逐条核对，读过没有冤枉的。
${reports.length} published reports, rule by rule; made by the tests, which hold it to what people found. Of warnings and errors,
those that are required were asked for by people, those accepted may be there; findings of the other rules were read.

${table([head, ...rows])}`
}

export const COUNTS_BEGIN = '<!-- counts:begin -->'
export const COUNTS_END = '<!-- counts:end -->'

/** The page on the rules with what published reports say of each severity; as it is where there are none. */
export function withCounts(page: string, shared: string): string {
  const reports = reportsIn(shared)
  if (reports.length === 0) return page
  const head = [
    '级别 Severity',
    '规则 Rules',
    '有发现的 With findings',
    '条数 Findings',
    '该报的 Required',
    '认可的 Accepted',
  ]
  const rows = SEVERITIES.map((severity) => {
    const rules = RULES.filter((rule) => rule.severity === severity)
    const counts = rules.map(({ id }) => countsOf(id, reports))
    const sum = (name: 'all' | 'required' | 'accepted') => counts.reduce((total, one) => total + one[name], 0)
    const heard = counts.filter(({ all }) => all > 0).length
    const name = `${say('zh-CN', `severity.${severity}`)} ${say('en', `severity.${severity}`)}`
    return [name, ...[rules.length, heard, sum('all'), sum('required'), sum('accepted')].map(String)]
  })
  const from = page.indexOf(COUNTS_BEGIN) + COUNTS_BEGIN.length
  const counted = `${reports.length} 份已公布的年报 published reports：\n\n${table([head, ...rows])}`
  return `${page.slice(0, from)}\n${counted}${page.slice(page.indexOf(COUNTS_END))}`
}
