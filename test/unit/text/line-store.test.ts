import { expect, test } from 'vitest'
import { LineStore } from '../../../server/src/text/line-store.ts'

/** A store, and what it had to read of each version. */
function watched() {
  const store = new LineStore<string>()
  return (lines: readonly string[], by: readonly unknown[] = []) => {
    const read: string[] = []
    const reader = store.reader(by, (line) => {
      read.push(line)
      return line.toUpperCase()
    })
    expect(lines.map(reader)).toEqual(lines.map((line) => line.toUpperCase()))
    return read
  }
}

test('the first version is read, of the next what is new', () => {
  const readOf = watched()
  expect(readOf(['a', 'b', 'c'])).toEqual(['a', 'b', 'c'])
  expect(readOf(['a', 'x', 'b', 'c'])).toEqual(['x'])
  expect(readOf(['c', 'a'])).toEqual([])
})

test('a line that stands twice is read once', () => {
  expect(watched()(['a', 'b', 'a'])).toEqual(['a', 'b'])
})

test('where it is read by something else, all is read', () => {
  const readOf = watched()
  readOf(['a', 'b'], ['2021', 2023])
  expect(readOf(['a', 'b'], ['2021', 2023])).toEqual([])
  expect(readOf(['a', 'b'], ['2021', 2024])).toEqual(['a', 'b'])
  expect(readOf(['a', 'b'], ['2021'])).toEqual(['a', 'b'])
})

test('lines that are long gone are forgotten, those that are still there are not', () => {
  const readOf = watched()
  const gone = Array.from({ length: 1000 }, (_, index) => `gone ${index}`)
  readOf([...gone, 'a'])
  readOf(['a'])
  readOf(['a', 'b'])
  expect(readOf(['a', 'b', ...gone])).toEqual(gone)
})

test('a line that could be all of a text is read each time', () => {
  const readOf = watched()
  const long = 'a'.repeat(10_000)
  readOf([long])
  expect(readOf([long, 'b'])).toEqual([long, 'b'])
})
