import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'
import { configJsonSchema, configSchemaFile } from '../../docs/config-schema.ts'
import { withRuleSettings, withRuleTexts } from '../../docs/settings.ts'

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')

describe('what `npm run docs` writes is there', () => {
  test('schemas/nianbao.config.schema.json', () => {
    expect(configSchemaFile()).toBe(read('schemas/nianbao.config.schema.json'))
  })

  test('the rules among the settings, and what they are called', () => {
    expect(withRuleSettings(read('package.json'))).toBe(read('package.json'))
    expect(withRuleTexts(read('package.nls.json'), 'en')).toBe(read('package.nls.json'))
    expect(withRuleTexts(read('package.nls.zh-cn.json'), 'zh-CN')).toBe(read('package.nls.zh-cn.json'))
  })
})

test('the schema offers every rule with its severities and options, and says what each is', () => {
  const { definitions = {} } = configJsonSchema()
  expect(Object.keys(definitions.rules?.properties ?? {})).toEqual(RULE_BOOK.map(({ id }) => id))
  for (const { id, options } of RULE_BOOK) {
    const setting = definitions.rules?.properties?.[id]
    expect(setting?.description).toMatch(/\p{Script=Han}.*[a-z]/u)
    const [, object] = setting?.anyOf ?? []
    expect(Object.keys(object?.properties ?? {}).sort()).toEqual(
      ['severity', ...Object.keys(options?.shape ?? {})].sort(),
    )
    for (const option of Object.values(object?.properties ?? {})) expect(option.description).not.toMatch(/^option:/)
  }
  expect(definitions.level?.enumDescriptions).toHaveLength(definitions.level?.enum?.length ?? 0)
})

test('the package contributes the schema, and every text that it names is there in both languages', () => {
  const manifest = JSON.parse(read('package.json'))
  const url = './schemas/nianbao.config.schema.json'
  expect(manifest.contributes.jsonValidation).toContainEqual({ fileMatch: 'nianbao.config.json', url })
  expect(read(url.slice('./'.length))).toBe(configSchemaFile())
  const named = [...read('package.json').matchAll(/"%([^%]+)%"/g)].map(([, key]) => key as string)
  for (const texts of [read('package.nls.json'), read('package.nls.zh-cn.json')])
    expect(Object.keys(JSON.parse(texts)).sort()).toEqual([...new Set(named)].sort())
})
