import { expect, test } from 'vitest'
import { readNumerals } from '../../../server/src/text/numerals.ts'

test.each([
  ['〇', 0],
  ['七', 7],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['三千二百', 3200],
  ['两万三千', 23_000],
  ['一亿零二十万', 100_200_000],
  ['二〇二一', 2021],
])('%s is %i', (text, number) => {
  expect(readNumerals(text)).toBe(number)
})

test.each(['', '规章', '3', '一、', '第一'])('%s writes no number', (text) => {
  expect(readNumerals(text)).toBeUndefined()
})
