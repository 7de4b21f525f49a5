import { expect, test } from 'vitest'
import { IgnoreFiles } from '../../../server/src/review/config/ignored.ts'

const FILES: Readonly<Record<string, string>> = {
  'file:///drafts/.nianbaoignore': '# Drafts of others\n*.tmp.md\n/old/\n!/old/keep/\narchive/**\n!archive/2023.md\n',
  'file:///drafts/desk/.nianbaoignore': '2022*\n!*.tmp.md\n',
}
const ignoreFiles = () => new IgnoreFiles(async (uri) => FILES[uri])

test.each([
  ['a.md', false],
  ['a.tmp.md', true],
  ['deep/er/a.tmp.md', true],
  ['old/a.md', true],
  ['deep/old/a.md', false],
  ['archive/2022.md', true],
  ['archive/2023.md', false],
  ['desk/2022 年报.md', true],
  ['2022 年报.md', false],
  // The nearer file decides.
  ['desk/a.tmp.md', false],
])('%s is left out: %s', async (path, expected) => {
  expect(await ignoreFiles().leavesOut(`file:///drafts/${encodeURI(path)}`)).toBe(expected)
})

test('a text in no folder is not left out', async () => {
  expect(await ignoreFiles().leavesOut('untitled:Untitled-1')).toBe(false)
})

test('a file is read once, until it changed', async () => {
  let reads = 0
  let text = '*.md'
  const files = new IgnoreFiles(async (uri) => {
    if (uri !== 'file:///d/.nianbaoignore') return undefined
    reads++
    return text
  })
  expect(await files.leavesOut('file:///d/a.md')).toBe(true)
  text = '*.txt'
  expect(await files.leavesOut('file:///d/a.md')).toBe(true)
  files.drop('file:///d/.nianbaoignore')
  expect(await files.leavesOut('file:///d/a.md')).toBe(false)
  expect(reads).toBe(2)
})

test('one that cannot be read leaves nothing out', async () => {
  const files = new IgnoreFiles(async () => {
    throw new Error('EACCES')
  })
  expect(await files.leavesOut('file:///d/a.md')).toBe(false)
})
