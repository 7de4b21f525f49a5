import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { review } from '../../server/src/review/review.ts'
import { severityOf } from '../../server/src/review/severity.ts'
import { RULES } from '../../server/src/rules/index.ts'

const FOLDERS = ['seeds', 'corpus']
/** Each report once, in its plainest form, and not the empty form. */
const isChosen = (name: string): boolean => name.endsWith('.txt') && !/\.(flat|pdfcopy)\.|^template/.test(name)

/** The published reports beside the checkout; none where they are not there. */
function reportsIn(shared: string): { readonly name: string; readonly text: string }[] {
  return FOLDERS.filter((folder) => existsSync(path.join(shared, folder))).flatMap((folder) =>
    readdirSync(path.join(shared, folder))
      .filter(isChosen)
      .sort()
      .map((name) => ({
        name: name.replace(/\.txt$/, '').replace(/^(\d{3})_.*/, 'seed-$1'),
        text: readFileSync(path.join(shared, folder, name), 'utf8'),
      })),
  )
}

/** What every rule finds in published reports, as a page; undefined where there are none. */
export function corpusPage(shared: string): string | undefined {
  const reports = reportsIn(shared)
  if (reports.length === 0) return undefined
  const found = reports.map(({ name, text }) => ({ name, findings: review(text).findings }))
  const rows = RULES.map(({ id, severity }) => {
    const counts = found.map(({ findings }) => findings.filter(({ rule }) => rule === id))
    const all = counts.flat()
    const loud = all.filter((finding) => ['error', 'warning'].includes(severityOf(finding))).length
    const where = counts.flatMap((some, index) => (some.length > 0 ? [`${found[index]?.name} ${some.length}`] : []))
    return [`\`${id}\``, severity, String(all.length), String(loud), where.join('<br>') || '–']
  })
  const head = ['规则 Rule', '级别 Severity', '条数 Findings', '警告以上 Warnings and errors', '所在 Where']
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
  return `# 各规则在已公布年报中的发现 What each rule finds in published reports

${reports.length} 份已公布的年报，逐条规则统计；由测试生成，与人工核对的结果相符。
${reports.length} published reports, rule by rule; made by the tests, which hold it to what people found.

${table}`
}
