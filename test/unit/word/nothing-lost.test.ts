import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCell } from '../../../server/src/report/layouts/layout.ts'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import { proseBlocks } from '../../../server/src/word/write/prose.ts'
import { p, tbl, wordFile } from '../../word-file.ts'

const SIGNS = [
  '年',
  '报',
  '7',
  'a',
  ' ',
  '　',
  '*',
  '_',
  '#',
  '`',
  '<',
  '>',
  '&',
  '[',
  ']',
  '(',
  ')',
  '!',
  '-',
  '+',
  '=',
  '~',
  '\\',
  '|',
  '.',
  '、',
  '（',
  ':',
  '/',
  '"',
  '$',
  '^',
]
const words = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 14 }).map((signs) => signs.join(''))
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraph = words.map((text) => ({ body: p(xml(text)), words: [text] }))
const table = fc
  .array(fc.tuple(words, words, words), { minLength: 2, maxLength: 4 })
  .map((rows) => ({ body: tbl(...rows.map((row) => row.map(xml))) + p(''), words: rows.flat() }))

/** Blanks may come and go, and a bar within a cell is a wide one. */
const letters = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '').replaceAll('｜', '|')

test('every sign of a Word file is shown by the Markdown that is made of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(paragraph, table), { minLength: 1, maxLength: 6 }), async (pieces) => {
      const { text } = await readWord(wordFile({ body: pieces.map(({ body }) => body).join('') }))
      const shown = proseBlocks(text, 'markdown').blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.grid.flat().map((place) => (isCell(place) ? place.text : ''))
          : 'text' in block
            ? block.text
            : '',
      )
      expect(letters(shown)).toBe(letters(pieces.flatMap((piece) => piece.words)))
    }),
    { numRuns: 300 },
  )
})
