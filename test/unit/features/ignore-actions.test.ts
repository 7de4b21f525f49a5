import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextDocumentEdit } from 'vscode-languageserver-types'
import { codeActions } from '../../../server/src/features/code-actions.ts'
import type { ConfigTarget } from '../../../server/src/features/ignore-actions.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { marked } from '../../marked.ts'
import { findingAt, reviewOf, URI } from './made-review.ts'

const FORM = { language: 'zh-CN', rulePages: undefined, versionedEdits: true } as const
const CONFIG = 'file:///w/nianbao.config.json'
const TARGET: ConfigTarget = { uri: CONFIG, path: 'a.txt', text: '{}', version: 3, settings: {} }

const LINE = '本行忽略此规则（arithmetic/cell）'
const FILE = '本文件忽略此规则（arithmetic/cell）'
const ENTRY = '在工作区配置中忽略（arithmetic/cell）'

/** The actions for all findings of a text, one at each mark. */
function actionsFor(source: string, languageId: string, target?: ConfigTarget, finding: Partial<Finding> = {}) {
  const { text, spans } = marked(source)
  const document = TextDocument.create(URI, languageId, 7, text)
  const range = { start: document.positionAt(0), end: document.positionAt(text.length) }
  const review = reviewOf(
    text,
    spans.map((span) => findingAt(span, finding)),
  )
  return codeActions(review, document, range, {}, FORM, target)
}

const titles = (...given: Parameters<typeof actionsFor>) => actionsFor(...given).map(({ title }) => title)

describe('what is offered', () => {
  test.each([
    ['markdown', '收到⟦14⟧件', TARGET, [LINE, ENTRY]],
    ['html', '<p>收到⟦14⟧件</p>', TARGET, [LINE, ENTRY]],
    ['plaintext', '收到⟦14⟧件', TARGET, [ENTRY]],
    ['markdown', '收到⟦14⟧件', undefined, [LINE]],
    ['plaintext', '收到⟦14⟧件', undefined, []],
    ['markdown', '\t⟦14⟧', TARGET, [FILE, ENTRY]],
    ['html', `<p>${'字'.repeat(1000)}⟦14⟧`, undefined, [FILE]],
    ['plaintext', '收到⟦14⟧件', { ...TARGET, text: '[]' }, []],
  ] as const)('in %s: %s', (languageId, text, target, expected) => {
    expect(titles(text, languageId, target)).toEqual(expected)
  })

  test('comes behind the fixes, and is never preferred', () => {
    const fix = { title: { key: '改', args: {} }, edits: [], preferred: false, safe: false }
    const actions = actionsFor('收到⟦14⟧件', 'markdown', TARGET, { fixes: [fix] })
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual(
      ['改', LINE, ENTRY].map((title) => [title, undefined]),
    )
    expect(actions.map(({ diagnostics }) => diagnostics?.length)).toEqual([1, 1, 1])
  })

  test('is one action for findings that it ignores together', () => {
    const actions = actionsFor('收到⟦14⟧件，办结⟦15⟧件', 'markdown')
    expect(actions.map(({ title, diagnostics }) => [title, diagnostics?.length])).toEqual([[LINE, 2]])
  })

  test('is not more than anybody reads', () => {
    const text = Array.from({ length: 30 }, (_, index) => `第${index}行⟦${index}⟧\n\n`).join('')
    expect(titles(text, 'markdown', TARGET)).toHaveLength(16)
  })

  test('is nothing for what is said of ignores themselves', () => {
    expect(titles('⟦<!-- nianbao-enable -->⟧', 'markdown', TARGET, { rule: 'config/unused-ignore' })).toEqual([])
  })
})

describe('the edit', () => {
  test('of the text names its version', () => {
    const [action] = actionsFor('收到⟦14⟧件', 'markdown')
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[]
    expect(change?.textDocument).toEqual({ uri: URI, version: 7 })
    expect(change?.edits).toMatchObject([{ newText: '<!-- nianbao-disable-next-line arithmetic/cell -->\n' }])
  })

  test('of the configuration names its own', () => {
    const [action] = actionsFor('收到⟦14⟧件', 'plaintext', TARGET)
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[]
    expect(change?.textDocument).toEqual({ uri: CONFIG, version: 3 })
    const written = TextDocument.applyEdits(TextDocument.create(CONFIG, '', 3, '{}'), change?.edits as never)
    expect(JSON.parse(written)).toEqual({ ignore: [{ files: 'a.txt', rule: 'arithmetic/cell', text: '收到14件' }] })
  })

  test('is a plain one for a client without versioned edits', () => {
    const { text, span } = marked('收到⟦14⟧件')
    const document = TextDocument.create(URI, 'plaintext', 7, text)
    const range = { start: document.positionAt(0), end: document.positionAt(text.length) }
    const form = { ...FORM, versionedEdits: false }
    const [action] = codeActions(reviewOf(text, [findingAt(span)]), document, range, {}, form, TARGET)
    expect(Object.keys(action?.edit?.changes ?? {})).toEqual([CONFIG])
  })
})
