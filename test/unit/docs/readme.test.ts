import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BEGIN, END, withRuleTable } from '../../docs/rule-table.ts'

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

test('the rule table of the README is the one that `npm run docs` writes', () => {
  expect(withRuleTable(README)).toBe(README)
})

test('a text without the marks is refused', () => {
  expect(() => withRuleTable(`${END}${BEGIN}`)).toThrow(BEGIN)
})
