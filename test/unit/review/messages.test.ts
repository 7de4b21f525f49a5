import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { en } from '../../../server/src/review/messages/en.ts'
import { languageOf, say } from '../../../server/src/review/messages/index.ts'
import { zhCN } from '../../../server/src/review/messages/zh-CN.ts'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const keys = Object.keys(zhCN) as (keyof typeof zhCN)[]

describe('the message table', () => {
  test.each(keys)('%s is there in both languages with the same blanks', (key) => {
    expect([...new Set(blanks(en[key]))]).toEqual([...new Set(blanks(zhCN[key]))])
    expect(en[key]).not.toBe('')
  })

  test('has no key beyond those of the Chinese table', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
  })

  test('keeps its keys in order', () => {
    expect(keys).toEqual([...keys].sort())
  })

  test.each(RULE_BOOK.map(({ id }) => id))('names the rule %s', (id) => {
    expect(keys).toContain(`rule:${id}`)
  })

  test('has every key that the sources name', () => {
    const named = globSync('server/src/**/*.ts').flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return [...text.matchAll(/(?:key: |say\(\w+, )'([\w./-]+)'/g)].map(([, key]) => key)
    })
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((key) => !keys.includes(key as keyof typeof zhCN))).toEqual([])
  })
})

test('blanks are filled, and what is not given stays to be seen', () => {
  expect(say('en', 'fix/title', { title: '一、总体情况' })).toBe('Change to 一、总体情况')
  expect(say('en', 'fix/title')).toBe('Change to {title}')
})

test.each([
  ['zh-CN', 'en', 'zh-CN'],
  ['en', 'zh-cn', 'en'],
  ['auto', 'zh-cn', 'zh-CN'],
  ['auto', 'fr', 'en'],
  ['auto', undefined, 'zh-CN'],
  [undefined, 'en', 'zh-CN'],
])('nianbao.language %s in an editor in %s speaks %s', (setting, editor, language) => {
  expect(languageOf(setting, editor)).toBe(language)
})
