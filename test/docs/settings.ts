import { type Language, say } from '../../server/src/review/messages/index.ts'
import { RULE_BOOK } from '../../server/src/review/rule-book.ts'
import { SEVERITIES } from '../../server/src/rules/rule.ts'

const SETTING = 'nianbao.rules'
const PREFIX = 'rule.'

/** package.json with a severity to set for each rule: plain words, so that the settings page offers them in lists. */
export function withRuleSettings(manifest: string): string {
  const parsed = JSON.parse(manifest)
  parsed.contributes.configuration.properties[SETTING].properties = Object.fromEntries(
    RULE_BOOK.map(({ id }) => [id, { type: 'string', enum: ['off', ...SEVERITIES], description: `%${PREFIX}${id}%` }]),
  )
  return `${JSON.stringify(parsed, null, 2)}\n`
}

/** package.nls.json with what each rule finds, in one language. */
export function withRuleTexts(texts: string, language: Language): string {
  const others = Object.entries(JSON.parse(texts)).filter(([key]) => !key.startsWith(PREFIX))
  const rules = RULE_BOOK.map(({ id }) => [PREFIX + id, say(language, `rule:${id}`)])
  return `${JSON.stringify(Object.fromEntries([...others, ...rules]), null, 2)}\n`
}
