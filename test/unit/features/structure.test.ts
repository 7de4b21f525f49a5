import { expect, test } from 'vitest'
import { foldingRanges } from '../../../server/src/features/folding.ts'
import { documentSymbols } from '../../../server/src/features/symbols.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { documentOf, requestsTable, reviewOf, sectionAt } from './made-review.ts'

const { text, spans } = marked(`⟦一、总体情况⟧
收到申请 3 件。

⟦二、收到和处理政府信息公开申请情况⟧

⟦一、本年新收政府信息公开申请数量\t3
（七）总计\t3⟧

⟦三、其他需要报告的事项⟧
`)
const [overview, requests, table, other] = spans as [Span, Span, Span, Span]
const document = documentOf(text)
const sections = [
  sectionAt(text, overview, requests.start),
  sectionAt(text, requests, other.start),
  sectionAt(text, other, text.length),
]
const review = reviewOf(text, [], { sections, tables: [requestsTable(table, [])] })

test('the outline has the sections, and a table in the section that it stands in', () => {
  const symbols = documentSymbols(review, document)
  expect(symbols.map(({ name }) => name)).toEqual([
    '一、总体情况',
    '二、收到和处理政府信息公开申请情况',
    '三、其他需要报告的事项',
  ])
  expect(symbols.map(({ children }) => children?.length)).toEqual([0, 1, 0])
})

test('a table before every section stands beside them', () => {
  const alone = reviewOf(text, [], { tables: [requestsTable(table, [])] })
  expect(documentSymbols(alone, document)).toHaveLength(1)
})

test('sections fold to their last written line, tables to their last row; a lone heading does not fold', () => {
  expect(foldingRanges(review, document)).toEqual([
    { startLine: 0, endLine: 1 },
    { startLine: 3, endLine: 6 },
    { startLine: 5, endLine: 6 },
  ])
})
