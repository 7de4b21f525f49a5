import * as z from 'zod'
import { configSchema } from '../../server/src/review/config/schema.ts'
import { say } from '../../server/src/review/messages/index.ts'
import { ruleNamed } from '../../server/src/review/rule-book.ts'

/** What editors show beside a name, by where it stands; lists are passed through. */
const DESCRIPTIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  $schema: ['本文件的 JSON schema。', 'The JSON schema of this file.'],
  language: ['问题和修改建议的语言。', 'The language of findings and fixes.'],
  rules: ['各条规则的级别和选项。', 'The severity and the options of each rule.'],
  severity: ['这条规则的级别。', 'The severity of this rule.'],
  overrides: [
    '只对其中一些文件有效的规则设置，写在后面的优先。',
    'Settings of rules for some of the files; the later one wins.',
  ],
  'overrides.files': ['哪些文件，从本文件所在文件夹算起。', 'Which files, as seen from the folder of this file.'],
  'overrides.rules': ['这些文件的规则设置。', 'Settings of rules for these files.'],
  exclude: ['不审校的文件和文件夹。', 'Files and folders that are not reviewed.'],
  ignore: ['不再报的问题。', 'Findings that are not reported.'],
  'ignore.files': ['在哪些文件里，从本文件所在文件夹算起。', 'In which files, as seen from the folder of this file.'],
  'ignore.rule': ['哪条规则。', 'Of which rule.'],
  'ignore.address': ['哪一格，如 requests/total/person。', 'Of which cell, such as requests/total/person.'],
  'ignore.text': ['哪几个字：问题正落在这些字上。', 'At which words of the text.'],
  'ignore.reason': ['理由。', 'Why.'],
  formats: [
    '另外的报告格式：*.report-format.json 的路径。',
    'Further formats of reports: paths of *.report-format.json.',
  ],
}

interface Schema {
  type?: string
  description?: string
  enum?: string[]
  enumDescriptions?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: unknown
  items?: Schema
  anyOf?: Schema[]
  definitions?: Record<string, Schema>
}

const both = (key: string): string => `${say('zh-CN', key)}。${say('en', key)}.`

/** The JSON schema of `nianbao.config.json`, for completion and hovers. */
export function configJsonSchema(): Schema {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }) as Schema
  const { rules, level } = schema.definitions as Record<'rules' | 'level', Schema>
  describe(schema, '')
  for (const [id, setting] of Object.entries(rules.properties ?? {})) {
    setting.description = both(`rule:${id}`)
    for (const object of setting.anyOf ?? []) describe(object, '', id)
  }
  level.enumDescriptions = (level.enum ?? []).map(
    (value) => `${say('zh-CN', `severity.${value}`)} ${say('en', `severity.${value}`)}`,
  )
  open(schema)
  return schema
}

function describe({ properties = {}, items }: Schema, path: string, rule?: string): void {
  if (items !== undefined) describe(items, path)
  for (const [name, property] of Object.entries(properties)) {
    const at = path + name
    const isOption = rule !== undefined && name in (ruleNamed(rule)?.options?.shape ?? {})
    const description = isOption ? both(`option:${rule}.${name}`) : DESCRIPTIONS[at]?.join('')
    if (description === undefined) throw new Error(`nothing says what ${at} is`)
    property.description = description
    if (at === 'ignore.rule') property.enumDescriptions = (property.enum ?? []).map((id) => both(`rule:${id}`))
    describe(property, `${at}.`)
  }
}

/** Names that do not exist are said by the language server, with the ones that do: twice at one place is once too often. */
function open(schema: Schema): void {
  delete schema.additionalProperties
  const { properties = {}, definitions = {}, items, anyOf = [] } = schema
  for (const inner of [...Object.values(properties), ...Object.values(definitions), ...anyOf]) open(inner)
  if (items !== undefined) open(items)
}

export const configSchemaFile = (): string => `${JSON.stringify(configJsonSchema(), null, 2)}\n`
