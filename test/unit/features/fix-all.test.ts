import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver-types'
import { CODE_ACTION_KINDS, codeActions } from '../../../server/src/features/code-actions.ts'
import { review } from '../../../server/src/review/review.ts'
import { planted } from '../rules/planted.ts'
import { documentOf, URI } from './made-review.ts'

const FORM = { language: 'zh-CN', rulePages: undefined, versionedEdits: true } as const

const SOUND = planted().text
const TITLE = SOUND.replace('主动公开政府信息情况', '主动公开信息情况')
const TITLES = TITLE.replace('其他需要报告的事项', '其他报告事项')
const SLIP_AND_TITLES = planted({ figures: { 'requests/total/person': 99 } })
  .text.replace('主动公开政府信息情况', '主动公开信息情况')
  .replace('其他需要报告的事项', '其他报告事项')

/** The actions for a piece of a text, by default for the whole of it. */
function actionsIn(text: string, only?: string[], piece = text, versionedEdits = true) {
  const document = documentOf(text)
  const start = text.indexOf(piece)
  const range = { start: document.positionAt(start), end: document.positionAt(start + piece.length) }
  return codeActions(review(text), document, range, only === undefined ? {} : { only }, { ...FORM, versionedEdits })
}

/** What a text becomes by its one action, whose edit has to name the version that it is for. */
function fixedBy(text: string, action: ReturnType<typeof actionsIn>[number] | undefined): string {
  const [change, ...others] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[]
  expect(others).toEqual([])
  expect(change?.textDocument).toEqual({ uri: URI, version: 7 })
  return TextDocument.applyEdits(documentOf(text), change?.edits as Parameters<typeof TextDocument.applyEdits>[1])
}

describe('fixing all that is safe', () => {
  test('is announced', () => {
    expect(CODE_ACTION_KINDS).toEqual(['quickfix', 'source.fixAll.nianbao'])
  })

  test.each([['source.fixAll.nianbao'], ['source.fixAll'], ['source'], ['']])(
    'is answered to who asks for %j',
    (kind) => {
      const actions = actionsIn(TITLES, [kind], 'no such place').filter(
        (action) => action.kind !== CodeActionKind.QuickFix,
      )
      expect(actions).toMatchObject([{ kind: 'source.fixAll.nianbao', title: '改好全部可以放心改的地方（不动数字）' }])
      expect(fixedBy(TITLES, actions[0])).toBe(SOUND)
    },
  )

  test.each([
    undefined,
    [],
    ['quickfix'],
    ['refactor'],
    ['source.organizeImports'],
    ['source.fixAll.other'],
    ['source.fix'],
  ])('is not offered to who asks for %j', (only) => {
    expect(actionsIn(TITLES, only).map(({ kind }) => kind)).not.toContain('source.fixAll.nianbao')
  })

  test('writes official words and leaves a wrong figure alone', () => {
    const [action, ...others] = actionsIn(SLIP_AND_TITLES, ['source.fixAll'])
    expect(others).toEqual([])
    expect(fixedBy(SLIP_AND_TITLES, action)).toBe(planted({ figures: { 'requests/total/person': 99 } }).text)
  })

  test('is nothing where nothing can be fixed so', () => {
    expect(actionsIn(SOUND, ['source.fixAll'])).toEqual([])
    expect(actionsIn(planted({ figures: { 'requests/total/person': 99 } }).text, ['source.fixAll'])).toEqual([])
  })

  test('a client without versioned edits gets plain ones', () => {
    const [action] = actionsIn(TITLES, ['source.fixAll'], TITLES, false)
    expect(TextDocument.applyEdits(documentOf(TITLES), action?.edit?.changes?.[URI] ?? [])).toBe(SOUND)
  })
})

describe('fixing all of a rule', () => {
  const ofRule = (text: string, piece: string) =>
    actionsIn(text, ['quickfix'], piece).filter(({ title }) => title.startsWith('改好全部'))

  test('is offered last where several findings have the same rule, and is not preferred', () => {
    const actions = actionsIn(SLIP_AND_TITLES, undefined, '主动公开信息情况')
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['改为“二、主动公开政府信息情况”', true],
      ['改好全部 2 处“标题与规定的不一致”', undefined],
    ])
    expect(actions[1]?.diagnostics).toMatchObject([{ code: 'section/title' }])
    expect(fixedBy(SLIP_AND_TITLES, actions[1])).toBe(planted({ figures: { 'requests/total/person': 99 } }).text)
  })

  test('is offered once for a selection that holds several of them', () => {
    expect(ofRule(TITLES, TITLES)).toHaveLength(1)
  })

  test('is not offered for a single finding, nor for one whose fix is not safe', () => {
    expect(ofRule(TITLE, TITLE)).toEqual([])
    const missing = SOUND.replace(/五、[\s\S]*$/, '')
    expect(review(missing).findings.map(({ rule }) => rule)).toEqual(['section/missing', 'section/missing'])
    expect(ofRule(missing, missing)).toEqual([])
  })
})
