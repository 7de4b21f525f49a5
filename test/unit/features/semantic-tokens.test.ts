import { expect, test } from 'vitest'
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../../server/src/features/semantic-tokens.ts'
import type { Table } from '../../../server/src/report/report.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { documentOf, requestsTable, reviewOf } from './made-review.ts'

/** The tokens as `type:text`, decoded as an editor does it. */
function shown(text: string, table: Table, line?: number): string[] {
  const document = documentOf(text)
  const range = line === undefined ? undefined : { start: { line, character: 0 }, end: { line, character: 99 } }
  const { data } = semanticTokens(reviewOf(text, [], { tables: [table] }), document, range)
  const tokens: string[] = []
  let start = { line: 0, character: 0 }
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number]
    start = { line: start.line + down, character: down > 0 ? right : start.character + right }
    const end = { line: start.line, character: start.character + length }
    tokens.push(`${SEMANTIC_TOKENS_LEGEND.tokenTypes[type]}:${document.getText({ start, end })}`)
  }
  return tokens
}

const whole = (text: string): Span => ({ start: 0, end: text.length })

test('labels, figures and totals', () => {
  const { text, spans } = marked('⟦一、新收⟧\t⟦2⟧\t⟦17⟧\n⟦（七）总计⟧\t⟦3⟧\t⟦18⟧')
  const [received, a, b, total, c, d] = spans as [Span, Span, Span, Span, Span, Span]
  const table = requestsTable(whole(text), [
    { id: 'received', label: received, figures: { person: a, total: b } },
    { id: 'total', label: total, figures: { person: c, total: d } },
  ])
  const first = ['nianbaoLabel:一、新收', 'nianbaoFigure:2', 'nianbaoTotal:17']
  const second = ['nianbaoLabel:（七）总计', 'nianbaoTotal:3', 'nianbaoTotal:18']
  expect(shown(text, table)).toEqual([...first, ...second])
  expect(shown(text, table, 1)).toEqual(second)
})

test('a label that runs over lines is a token on each', () => {
  const { text, spans } = marked('⟦2.其他法律\r\n行政法规禁止\r\n\r\n公开⟧\t⟦4⟧')
  const [label, figure] = spans as [Span, Span]
  const table = requestsTable(whole(text), [{ id: 'refused.otherLaw', label, figures: { person: figure } }])
  expect(shown(text, table)).toEqual([
    'nianbaoLabel:2.其他法律',
    'nianbaoLabel:行政法规禁止',
    'nianbaoLabel:公开',
    'nianbaoFigure:4',
  ])
})

test('blanks have no token, and tokens never overlap', () => {
  const { text, spans } = marked('⟦一、⟦新⟧收⟧\t⟦⟧\t⟦5⟧')
  const [label, within, blank, figure] = spans as [Span, Span, Span, Span]
  const table = requestsTable(whole(text), [
    { id: 'received', label, figures: { person: blank, company: figure } },
    { id: 'broughtForward', label: within, figures: {} },
  ])
  expect(shown(text, table)).toEqual(['nianbaoLabel:一、新收', 'nianbaoFigure:5'])
})
