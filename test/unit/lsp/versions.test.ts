import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { OpenDocument } from '../../../server/src/lsp/documents.ts'
import { review } from '../../../server/src/review/review.ts'
import { richProse, withProse } from '../../generator/prose.ts'
import { SEPARATED } from '../../generator/render.ts'
import { planted } from '../rules/planted.ts'

// What is kept of a version for the next one only saves time: each version is read as if it were the first.

const URI = 'file:///a.txt'

/** Pieces that change what a sentence says, whose it is, of which year, and where lines begin and end. */
const PIECES = [
  ...[
    '',
    '\n',
    '。',
    '件',
    '12',
    '一百余',
    '其中',
    '未收到政府信息公开申请。',
    '占40%',
    '，答复率120%',
    '2022年',
    '2019',
  ],
  ...['人民政府', '全市', '二、主动公开政府信息情况\n', '收到政府信息公开申请7件，其中网络申请3件、信函申请5件。\n'],
]

/** All that later work sees of a report, but for the objects that make it up. */
const seenIn = ({ report, review: { findings } }: OpenDocument) => ({ claims: report.claims, findings })

describe.each(SEPARATED)('a report as %s', (layout) => {
  const { text, figures } = planted({ layout, figures: { 'requests/received/person': 4 } })
  const first = withProse(text, [...richProse(figures), ...richProse(figures)])

  test('is read alike by every version, whatever was changed before', () => {
    // Half of them at the top, where the year and the organ are.
    const at = fc.oneof(fc.nat(first.length), fc.nat(20))
    const change = fc.record({ at, deleted: fc.nat(60), piece: fc.constantFrom(...PIECES) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let open = new OpenDocument(TextDocument.create(URI, 'plaintext', 1, first))
        expect(open.review.findings.length).toBeGreaterThan(0)
        for (const [index, { at, deleted, piece }] of changes.entries()) {
          const range = {
            start: open.document.positionAt(at),
            end: open.document.positionAt(at + deleted),
          }
          open = open.changed([{ range, text: piece }], index + 2)
          const { report, findings } = review(open.document.getText())
          expect(seenIn(open)).toEqual({ claims: report.claims, findings })
        }
      }),
      { numRuns: 15 },
    )
  })

  test('has its claims where they are, after lines were put in above them', () => {
    const before = new OpenDocument(TextDocument.create(URI, 'plaintext', 1, first))
    const said = ({ report }: OpenDocument) =>
      report.claims.counts.map(({ span }) => report.text.slice(span.start, span.end))
    expect(said(before).length).toBeGreaterThan(5)
    const start = before.document.positionAt(first.indexOf('2023年，县政府'))
    const after = before.changed([{ range: { start, end: start }, text: '各单位分工明确。\n\n' }], 2)
    expect(said(after)).toEqual(said(before))
  })
})
