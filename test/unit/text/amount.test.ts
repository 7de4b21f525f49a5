import { describe, expect, test } from 'vitest'
import {
  amountOf,
  compare,
  digitsOf,
  isCount,
  subtract,
  sum,
  timesTenTo,
  toNumber,
} from '../../../server/src/text/amount.ts'

describe('amounts are exact', () => {
  test('decimals', () => {
    expect(digitsOf(sum(['0.1', '0.2'].map(amountOf)))).toBe('0.3')
    expect(digitsOf(subtract(amountOf('93.4385'), amountOf('93.4384')))).toBe('0.0001')
  })

  test('in another unit', () => {
    expect(digitsOf(timesTenTo(251000, -4))).toBe('25.1')
    expect(digitsOf(timesTenTo(amountOf('6733.41375'), 4))).toBe('67334137.5')
    expect(timesTenTo(amountOf('0.5'), 1)).toBe(5)
  })

  test('whole numbers beyond what a double holds', () => {
    expect(digitsOf(sum([amountOf('9007199254740993'), 1]))).toBe('9007199254740994')
    expect(compare(amountOf('9007199254740993'), amountOf('9007199254740992'))).toBeGreaterThan(0)
  })

  test('a whole number is a plain number, however it was written or reached', () => {
    expect(amountOf('14')).toBe(14)
    expect(amountOf('14.0')).toBe(14)
    expect(sum(['1.5', '2.5'].map(amountOf))).toBe(4)
    expect(toNumber(amountOf('6733.41375'))).toBe(6733.41375)
  })

  test('counts are whole and not negative', () => {
    expect([0, 7, amountOf('9007199254740993')].every(isCount)).toBe(true)
    expect([-1, amountOf('1.5'), amountOf('-9007199254740993')].some(isCount)).toBe(false)
  })
})
