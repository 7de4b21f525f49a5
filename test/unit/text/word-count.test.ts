import { expect, test } from 'vitest'
import { wordCount } from '../../../server/src/text/word-count.ts'

test.each([
  ['', 0],
  ['总体情况', 4],
  ['总 体\n情　况', 4],
  ['全年发布 286 条，答复率100%。', 12],
  ['“两微一端”——网站', 10],
  ['nianbao 1,234.50 a-b', 3],
  ['（一）**主动公开**', 7],
  ['| --- | * # - ', 0],
  ['𠮷野', 2],
])('%s counts %i', (text, count) => {
  expect(wordCount(text)).toBe(count)
})
