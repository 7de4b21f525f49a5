import Big from 'big.js'

/** An exact figure: a plain number where it is a safe integer, else a decimal without rounding. */
export type Amount = number | Big

/** The exact value of plain decimal digits such as `-1234.50`; no separators, signs only in front. */
export function amountOf(digits: string): Amount {
  const value = Number(digits)
  return Number.isSafeInteger(value) && !digits.includes('.') ? value : normal(new Big(digits))
}

export function sum(amounts: Iterable<Amount>): Amount {
  let total: Amount = 0
  for (const amount of amounts) total = add(total, amount)
  return total
}

export function add(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const total = a + b
    if (Number.isSafeInteger(total)) return total
  }
  return normal(new Big(a).plus(b))
}

/** Exact for factors such as 10000 and 0.1. */
export function times(a: Amount, factor: number): Amount {
  if (typeof a === 'number' && Number.isInteger(factor)) {
    const product = a * factor
    if (Number.isSafeInteger(product)) return product
  }
  return normal(new Big(a).times(factor))
}

export const negate = (a: Amount): Amount => (typeof a === 'number' ? (a === 0 ? 0 : -a) : a.times(-1))
export const subtract = (a: Amount, b: Amount): Amount => add(a, negate(b))

/** The figure times a power of ten, exactly. */
export const timesTenTo = (a: Amount, power: number): Amount => normal(new Big(a).times(new Big(10).pow(power)))

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Amount, b: Amount): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : new Big(a).cmp(b)
}

export const equal = (a: Amount, b: Amount): boolean => compare(a, b) === 0

/** Whether the figure can count things: a whole number, zero or more. */
export function isCount(a: Amount): boolean {
  return typeof a === 'number' ? a >= 0 : a.gte(0) && a.round(0, Big.roundDown).eq(a)
}

/** The figure as a JSON number: the nearest one that JavaScript has. */
export const toNumber = (a: Amount): number => (typeof a === 'number' ? a : a.toNumber())

/** Plain digits, never an exponent. */
export const digitsOf = (a: Amount): string => (typeof a === 'number' ? String(a) : a.toFixed())

function normal(value: Big): Amount {
  if (value.round(0, Big.roundDown).eq(value) && value.abs().lte(Number.MAX_SAFE_INTEGER)) return value.toNumber()
  return value
}
