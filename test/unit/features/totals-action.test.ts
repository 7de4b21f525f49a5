import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { CodeActionKind, type TextDocumentEdit, type TextEdit } from 'vscode-languageserver-types'
import { codeActions } from '../../../server/src/features/code-actions.ts'
import { rangeOf } from '../../../server/src/features/ranges.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { review } from '../../../server/src/review/review.ts'
import { SEPARATED } from '../../generator/render.ts'
import { planted } from '../rules/planted.ts'

const FORM = { language: 'zh-CN', rulePages: undefined, versionedEdits: true } as const
const TITLE = '按各项之和更新总计：'

/** What is offered for a cell of a text. */
function actionsOn(text: string, address: string) {
  const [table = '', ...key] = address.split('/')
  const cell = readReport(text)
    .tables.find(({ id }) => id === table)
    ?.cells.get(key.join('/'))
  if (cell === undefined) throw new Error(address)
  const document = TextDocument.create('untitled:a', 'plaintext', 1, text)
  const actions = codeActions(review(text), document, rangeOf(document, cell.span), {}, FORM)
  const offered = actions.filter(({ title }) => title.startsWith(TITLE))
  return offered.map((action) => {
    const [change] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[]
    return { ...action, after: TextDocument.applyEdits(document, (change?.edits ?? []) as TextEdit[]) }
  })
}

describe.each(SEPARATED)('as %s', (layout) => {
  const sound = planted({ layout })
  const typed = planted({ layout, figures: { 'requests/granted/person': 40 } })

  test('a figure that was typed brings its totals up to date', () => {
    const [action, ...others] = actionsOn(typed.text, 'requests/granted/person')
    expect(others).toEqual([])
    const numberAt = (address: string) => Number(sound.figures.get(address))
    const more = 40 - numberAt('requests/granted/person')
    const figures = {
      'requests/granted/person': 40,
      'requests/granted/total': numberAt('requests/granted/total') + more,
      'requests/total/person': numberAt('requests/total/person') + more,
      'requests/total/total': numberAt('requests/total/total') + more,
    }
    expect(action?.after).toBe(planted({ layout, figures }).text)
    expect([action?.kind, action?.isPreferred, action?.diagnostics]).toEqual([
      CodeActionKind.QuickFix,
      undefined,
      undefined,
    ])
  })
})

test('says each total with its old and its new figure', () => {
  const { text, figures } = planted({ figures: { 'remedies/reconsideration/upheld': 90 } })
  const total = Number(figures.get('remedies/reconsideration/total'))
  const others = ['corrected', 'other', 'pending'].map((column) =>
    Number(figures.get(`remedies/reconsideration/${column}`)),
  )
  const expected = 90 + others.reduce((a, b) => a + b)
  expect(actionsOn(text, 'remedies/reconsideration/upheld').map(({ title }) => title)).toEqual([
    `${TITLE}“行政复议·总计”${total}→${expected}`,
  ])
})

test.each([
  ['totals that agree', {}, 'requests/granted/person'],
  [
    'a balance, whose figures are counted, not computed',
    { 'requests/received/person': 99, 'requests/received/total': 0 },
    'requests/total/person',
  ],
])('nothing for %s', (_, figures, address) => {
  expect(actionsOn(planted({ figures }).text, address).map(({ title }) => title)).toEqual([])
})

test('a sum with a figure that is not known is left alone', () => {
  const { text } = planted({ figures: { 'requests/granted/person': 40 } })
  const blanked = text.replace(/(（一）予以公开\t*\t40\t)\d+/, '$1')
  const titles = actionsOn(blanked, 'requests/granted/person').map(({ title }) => title)
  expect(titles).toHaveLength(1)
  expect(titles[0]).not.toContain('予以公开·总计')
})
