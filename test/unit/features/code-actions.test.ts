import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver-types'
import { codeActions } from '../../../server/src/features/code-actions.ts'
import type { Fix } from '../../../server/src/rules/rule.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { documentOf, findingAt, reviewOf, URI } from './made-review.ts'

const FORM = { language: 'zh-CN', rulePages: undefined, versionedEdits: true } as const

const write = (span: Span, newText: string, preferred = false): Fix => ({
  title: { key: '改为 {newText}', args: { newText } },
  edits: [{ span, newText }],
  preferred,
  safe: false,
})

const { text, spans } = marked('一\t⟦14⟧\t⟦71⟧\n二\t⟦x⟧\n')
const [fourteen, seventyOne, letter] = spans as [Span, Span, Span]
const document = documentOf(text)
const review = reviewOf(text, [
  findingAt(seventyOne, { fixes: [write(fourteen, '68'), write(seventyOne, '17', true)] }),
  findingAt(letter, { rule: 'cell/not-a-count', fixes: [write(letter, '0')] }),
])
const at = (span: Span, only?: string[]) => {
  const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) }
  return codeActions(review, document, range, only ? { only } : {}, FORM)
}
const titles = (span: Span, only?: string[]) => at(span, only).map(({ title }) => title)

test('the fixes of a finding, the preferred one first', () => {
  expect(titles(seventyOne)).toEqual(['改为 17', '改为 68'])
  expect(at(seventyOne).map(({ isPreferred }) => isPreferred)).toEqual([true, undefined])
})

test('a cursor at either end of a finding is enough', () => {
  expect(titles({ start: letter.start, end: letter.start })).toEqual(['改为 0'])
  expect(titles({ start: letter.end, end: letter.end })).toEqual(['改为 0'])
})

test('a selection has the fixes of everything in it; another place has none', () => {
  expect(titles({ start: 0, end: text.length })).toHaveLength(3)
  expect(titles({ start: 0, end: 0 })).toEqual([])
})

test('an action names the diagnostic that it mends', () => {
  const [action] = at(letter)
  expect(action?.kind).toBe(CodeActionKind.QuickFix)
  expect(action?.diagnostics).toMatchObject([{ code: 'cell/not-a-count' }])
})

describe('only the kinds that are asked for', () => {
  test.each([
    [undefined, 1],
    [[''], 1],
    [['quickfix'], 1],
    [['refactor', 'quickfix'], 1],
    [['quickfix.figure'], 0],
    [['quick'], 0],
    [['source.fixAll'], 0],
    [[], 0],
  ])('%j', (only, count) => {
    expect(at(letter, only)).toHaveLength(count)
  })
})

test('the edit names the version that it was computed for', () => {
  const changes = at(letter)[0]?.edit?.documentChanges as TextDocumentEdit[]
  expect(changes).toHaveLength(1)
  expect(changes[0]?.textDocument).toEqual({ uri: URI, version: 7 })
})

test('a client without versioned edits gets plain ones', () => {
  const range = { start: document.positionAt(letter.start), end: document.positionAt(letter.end) }
  const [action] = codeActions(review, document, range, {}, { ...FORM, versionedEdits: false })
  const edits = action?.edit?.changes?.[URI] ?? []
  expect(TextDocument.applyEdits(document, edits)).toBe('一\t14\t71\n二\t0\n')
})
