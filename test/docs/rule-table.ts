import { say } from '../../server/src/review/messages/index.ts'
import { RULE_BOOK } from '../../server/src/review/rule-book.ts'

export const BEGIN = '<!-- rules:begin -->'
export const END = '<!-- rules:end -->'

const HEAD = ['规则 Rule', '级别 Severity', '查什么', 'What it finds']

/** The rules as a Markdown table, one a row, each linked to its page; in the order of the contract. */
export function ruleTable(): string {
  const rows = RULE_BOOK.map(({ id, severity }) => [
    `[\`${id}\`](docs/rules/${id}.md)`,
    `${say('zh-CN', `severity.${severity}`)} ${say('en', `severity.${severity}`)}`,
    say('zh-CN', `rule:${id}`),
    say('en', `rule:${id}`),
  ])
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** A text with the table put between its marks. */
export function withRuleTable(text: string): string {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END, begin)
  if (begin === -1 || end === -1) throw new Error(`no ${BEGIN} … ${END}`)
  return `${text.slice(0, begin)}${BEGIN}\n\n${ruleTable()}\n${text.slice(end)}`
}
