import { expect, test } from 'vitest'
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import { diagnostics } from '../../../server/src/features/diagnostics.ts'
import type { Severity } from '../../../server/src/rules/rule.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { documentOf, findingAt, reviewOf, URI } from './made-review.ts'

const CHINESE = { language: 'zh-CN', rulePages: undefined } as const

test('a finding is shown on its text, with its rule as code', () => {
  const { text, span } = marked('总计\t⟦71⟧\n')
  const [shown] = diagnostics(reviewOf(text, [findingAt(span)]), documentOf(text), CHINESE)
  expect(shown).toMatchObject({
    range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } },
    code: 'arithmetic/cell',
    source: '年报审校',
  })
})

test.each([
  ['a byte order mark', '\uFEFF总计\t⟦71⟧', 4],
  ['a character outside the BMP', '𠮷\t⟦71⟧', 3],
  ['an emoji of several parts', '👨‍👩‍👧\t⟦71⟧', 9],
  ['Windows line ends', '第一行\r\n总计\t⟦71⟧\r\n', 3],
])('characters are UTF-16 units after %s', (_, source, character) => {
  const { text, span } = marked(source)
  const document = documentOf(text)
  const [shown] = diagnostics(reviewOf(text, [findingAt(span)]), document, CHINESE)
  expect(shown?.range.start.character).toBe(character)
  expect(document.getText(shown?.range)).toBe('71')
})

test('related places stand in the same document', () => {
  const { text, spans } = marked('自然人\t⟦2⟧\t总计\t⟦71⟧')
  const [part, total] = spans as [Span, Span]
  const related = [{ span: part, wording: { key: '{n} 件', args: { n: 2 } } }]
  const [shown] = diagnostics(reviewOf(text, [findingAt(total, { related })]), documentOf(text), CHINESE)
  expect(shown?.relatedInformation).toEqual([
    {
      location: { uri: URI, range: { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } } },
      message: '2 件',
    },
  ])
})

test('the code links to the page of its rule, where pages are', () => {
  const review = reviewOf('7', [findingAt({ start: 0, end: 1 })])
  const [linked] = diagnostics(review, documentOf('7'), { language: 'en', rulePages: 'vscode-test-web://x/docs/rules' })
  expect(linked?.codeDescription).toEqual({ href: 'vscode-test-web://x/docs/rules/arithmetic/cell.md' })
  const [plain] = diagnostics(review, documentOf('7'), CHINESE)
  expect(plain).not.toHaveProperty('codeDescription')
})

test.each<[Severity, DiagnosticSeverity]>([
  ['error', DiagnosticSeverity.Error],
  ['warning', DiagnosticSeverity.Warning],
  ['info', DiagnosticSeverity.Information],
  ['hint', DiagnosticSeverity.Hint],
])('severity %s', (severity, expected) => {
  const review = reviewOf('7', [findingAt({ start: 0, end: 1 }, { severity })])
  expect(diagnostics(review, documentOf('7'), CHINESE)[0]?.severity).toBe(expected)
})

test('what a former edition had is struck through', () => {
  const review = reviewOf('7', [findingAt({ start: 0, end: 1 }, { deprecated: true })])
  expect(diagnostics(review, documentOf('7'), CHINESE)[0]?.tags).toEqual([DiagnosticTag.Deprecated])
})
