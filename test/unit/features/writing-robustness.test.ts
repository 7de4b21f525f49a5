import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit } from 'vscode-languageserver-types'
import { codeActions } from '../../../server/src/features/code-actions.ts'
import { completion } from '../../../server/src/features/completion.ts'
import { formatting } from '../../../server/src/features/formatting.ts'
import { paste } from '../../../server/src/features/paste.ts'
import { spanOf, touches } from '../../../server/src/features/ranges.ts'
import { review } from '../../../server/src/review/review.ts'
import { report } from '../../suite/fixtures.ts'
import { planted } from '../rules/planted.ts'

// Whatever state a text is in while it is written.

const STRANGE = [
  '',
  '\t',
  '|',
  '\r',
  '\uD842',
  '１',
  '\\|',
  '\n',
  '\n\n',
  '| --- |\n',
  '（七）总计',
  '## ',
  '<td>',
  '```\n',
]
const cuts = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(60), fc.nat(900)),
    piece: fc.constantFrom(...STRANGE),
  }),
  { minLength: 1, maxLength: 12 },
)

function cutUp(text: string, pieces: readonly { at: number; length: number; piece: string }[]): string {
  let result = text
  for (const { at, length, piece } of pieces) {
    const start = Math.floor(at * result.length)
    result = result.slice(0, start) + piece + result.slice(start + length)
  }
  return result
}

const FORM = { language: 'zh-CN', snippets: true, asIs: true, reportYear: 2025 } as const

test('completions take the place of something around the cursor on its line, and what else they change is apart', () => {
  let offered = 0
  fc.assert(
    fc.property(fc.constantFrom('tabs' as const, 'pipes' as const), cuts, (layout, pieces) => {
      const text = cutUp(report(layout), pieces)
      const reviewed = review(text)
      const document = TextDocument.create('untitled:a', 'markdown', 1, text)
      const places = [...text.matchAll(/$|\d(?=\D)/gm)].map(({ index }) => index)
      for (const offset of places) {
        const position = document.positionAt(offset)
        for (const { textEdit, additionalTextEdits = [] } of completion(reviewed, document, position, FORM).items) {
          const { range } = textEdit as TextEdit
          expect([range.start.line, range.end.line]).toEqual([position.line, position.line])
          const span = spanOf(document, range)
          expect(span.start <= offset && offset <= span.end).toBe(true)
          for (const edit of additionalTextEdits) expect(touches(spanOf(document, edit.range), span)).toBe(false)
          offered++
        }
        codeActions(
          reviewed,
          document,
          { start: position, end: position },
          {},
          { ...FORM, rulePages: undefined, versionedEdits: true },
        )
      }
    }),
    { numRuns: 80 },
  )
  expect(offered).toBeGreaterThan(30)
})

test('formatting changes blanks and dashes alone, and nothing the second time', () => {
  let changed = 0
  fc.assert(
    fc.property(cuts, (pieces) => {
      const text = cutUp(report('pipes'), pieces)
      const document = TextDocument.create('untitled:a', 'markdown', 1, text)
      const after = TextDocument.applyEdits(document, formatting(review(text), document))
      if (after !== text) changed++
      expect(after.replace(/[ \t-]+/g, '')).toBe(text.replace(/[ \t-]+/g, ''))
      const again = TextDocument.create('untitled:a', 'markdown', 2, after)
      expect(formatting(review(after), again)).toEqual([])
    }),
    { numRuns: 100 },
  )
  expect(changed).toBeGreaterThan(50)
})

test('no figure of copied HTML is lost, however torn it is', () => {
  const page = planted({ layout: 'html' }).text
  const text = page.slice(page.indexOf('<body>'))
  const nothing = review('')
  const document = TextDocument.create('untitled:a', 'markdown', 1, '')
  const range = { start: document.positionAt(0), end: document.positionAt(0) }
  const figuresIn = (words: string) =>
    [...words.matchAll(/(?<![\p{L}\d（.])\d+(?![\p{L}\d.）])/gu)].map(([figure]) => figure).sort()
  let pasted = 0
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 6 }), (gone) => {
      // Whole tags are torn out, as programs forget them.
      const tags = [...text.matchAll(/<[^>]*>/g)]
      const lost = new Set(gone.map((index) => tags[index % tags.length]?.index))
      let html = ''
      let end = 0
      for (const { index, 0: tag } of tags) {
        html += text.slice(end, index) + (lost.has(index) ? '' : tag)
        end = index + tag.length
      }
      html += text.slice(end)
      const written = paste(nothing, document, range, html)
      if (written === null) return
      pasted++
      const words = html.replace(/<[^>]*>/g, ' ')
      expect(figuresIn(written.replaceAll('|', ' '))).toEqual(figuresIn(words))
    }),
    { numRuns: 60 },
  )
  expect(pasted).toBeGreaterThan(30)
})
