import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { inlayHints } from '../../../server/src/features/inlay-hints.ts'
import type { Finding, Fix } from '../../../server/src/rules/rule.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { documentOf, findingAt, reviewOf } from './made-review.ts'

const { text, spans } = marked('一\t⟦14⟧\t⟦71⟧\n二\t⟦⟧\t1\n')
const [fourteen, seventyOne, blank] = spans as [Span, Span, Span]
const document = documentOf(text)

const write = (span: Span, newText: string, preferred = true): Fix => ({
  title: { key: '改为 {newText}', args: { newText } },
  edits: [{ span, newText }],
  preferred,
  safe: false,
})
const wrong = (span: Span, fixes: readonly Fix[], finding: Partial<Finding> = {}) =>
  findingAt(span, { address: 'requests/received/total', fixes, ...finding })

const hints = (findings: readonly Finding[], from = 0, to = text.length) => {
  const range = { start: document.positionAt(from), end: document.positionAt(to) }
  return inlayHints(reviewOf(text, findings), document, range, 'zh-CN')
}
const labels = (...shown: Parameters<typeof hints>) => hints(...shown).map(({ label }) => label)

test('behind the wrong figure stands the right one', () => {
  const [hint] = hints([wrong(seventyOne, [write(seventyOne, '17')])])
  expect(hint).toMatchObject({ position: document.positionAt(seventyOne.end), label: '→ 17', paddingLeft: true })
})

test('a double click writes it and nothing else, and the tooltip says so', () => {
  const [hint] = hints([wrong(seventyOne, [write(seventyOne, '17')])])
  expect(hint?.tooltip).toBe('改为 17（双击即写入）')
  expect(TextDocument.applyEdits(document, hint?.textEdits ?? [])).toBe('一\t14\t17\n二\t\t1\n')
})

test('a blank has what belongs there', () => {
  expect(labels([wrong(blank, [write(blank, '3')])])).toEqual(['→ 3'])
})

test('the preferred of several fixes is shown, and of one that is not preferred, that it is a possibility', () => {
  expect(labels([wrong(seventyOne, [write(fourteen, '68', false), write(seventyOne, '17')])])).toEqual(['→ 17'])
  expect(labels([wrong(seventyOne, [write(seventyOne, '17', false)])])).toEqual(['→ 17？'])
  expect(labels([wrong(seventyOne, [write(seventyOne, '17', false), write(fourteen, '68', false)])])).toEqual([
    '→ 17？',
  ])
})

test.each<[string, Finding]>([
  [
    'several readings of the same figure',
    wrong(seventyOne, [write(seventyOne, '17', false), write(seventyOne, '68', false)]),
  ],
  ['two that are preferred', wrong(seventyOne, [write(seventyOne, '17'), write(seventyOne, '71')])],
  ['no fix', wrong(seventyOne, [])],
  ['a fix elsewhere', wrong(seventyOne, [write(fourteen, '68')])],
  ['a fix of a part of the figure', wrong(seventyOne, [write({ ...seventyOne, start: seventyOne.start + 1 }, '')])],
  ['a fix that takes the figure away', wrong(seventyOne, [write(seventyOne, ' ')])],
  [
    'a fix in two places',
    wrong(seventyOne, [
      {
        ...write(seventyOne, '17'),
        edits: [
          { span: fourteen, newText: '3' },
          { span: seventyOne, newText: '17' },
        ],
      },
    ]),
  ],
  ['a finding on no cell', findingAt(seventyOne, { fixes: [write(seventyOne, '17')] })],
])('%s has no hint', (_, finding) => {
  expect(hints([finding])).toEqual([])
})

test('only what stands in the range', () => {
  const findings = [wrong(seventyOne, [write(seventyOne, '17')]), wrong(blank, [write(blank, '3')])]
  expect(labels(findings)).toEqual(['→ 17', '→ 3'])
  expect(labels(findings, 0, seventyOne.end)).toEqual(['→ 17'])
  expect(labels(findings, seventyOne.end + 1)).toEqual(['→ 3'])
  expect(labels(findings, 0, 1)).toEqual([])
})
