import { expect, test } from 'vitest'
import { rules } from '../../../server/src/cli/rules.ts'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'
import { fakeHost } from './fake-host.ts'

const PAGE = '# a page\n'
const withPages = () => fakeHost({}, { rulePage: async (id) => (id === 'arithmetic/cell' ? PAGE : undefined) })

test('lists every rule with its severity and what it finds', async () => {
  const host = withPages()
  expect(await rules(host, undefined, 'en')).toBe(0)
  const lines = host.printed().trimEnd().split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual(RULE_BOOK.map(({ id }) => id))
  expect(lines).toContainEqual(expect.stringMatching(/^section\/title +warning {2}A title is not the prescribed one$/))
})

test('prints the page of one as it is', async () => {
  const host = withPages()
  expect(await rules(host, 'arithmetic/cell', 'zh-CN')).toBe(0)
  expect(host.printed()).toBe(PAGE)
})

test.each(['nope', '../../README', 'arithmetic/balance', ''])('%j has no page: status 2', async (id) => {
  const host = withPages()
  expect(await rules(host, id, 'zh-CN')).toBe(2)
  expect(host.printed()).toBe('')
  expect(host.errors).toEqual([`没有规则“${id}”；\`nianbao rules\` 列出全部规则。`])
})
