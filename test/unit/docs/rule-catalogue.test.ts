import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'
import { withCounts } from '../../docs/corpus-table.ts'

const PAGE = readFileSync(new URL('../../../docs/rules/README.md', import.meta.url), 'utf8')
const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url))

/** The rows of the table: a check of the catalogue, and what takes care of it. */
const rows = [...PAGE.matchAll(/^\| B-(\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, number, , care]) => ({
  number: Number(number),
  care: care as string,
}))
const named = [...PAGE.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, id]) => id as string)

test('every check of the catalogue has a line, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, index) => index + 1))
})

test('each names a rule, refers to a line that does, or says why there is none', () => {
  const without = rows.filter(({ care }) => !care.includes('`') && !/^同/.test(care))
  expect(without.map(({ number }) => number)).toEqual([17, 18])
  for (const { care } of without) expect(care).toMatch(/^需要/)
})

test('every rule is on the page, and no other', () => {
  expect([...new Set(named)].sort()).toEqual(RULE_BOOK.map(({ id }) => id).sort())
})

test.skipIf(!existsSync(SHARED))('the counts are those that `npm run docs` writes', () => {
  expect(withCounts(PAGE, SHARED)).toBe(PAGE)
})
