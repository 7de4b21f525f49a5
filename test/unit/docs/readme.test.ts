import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from '../../../server/src/review/config/read.ts'
import { BEGIN, END, withRuleTable } from '../../docs/rule-table.ts'

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

test('the rule table of the README is the one that `npm run docs` writes', () => {
  expect(withRuleTable(README)).toBe(README)
})

test('the configuration that the README shows is right', () => {
  const shown = [...README.matchAll(/^```jsonc\n(.*?)^```/gms)].map(([, text]) => text as string)
  expect(shown.map((text) => readConfig(text).problems)).toEqual([[]])
})

test('a text without the marks is refused', () => {
  expect(() => withRuleTable(`${END}${BEGIN}`)).toThrow(BEGIN)
})
