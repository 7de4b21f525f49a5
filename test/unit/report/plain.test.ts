import { describe, expect, test } from 'vitest'
import { plainText } from '../../../server/src/report/plain.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'

/** What is left, blanks within a line as one. */
const words = (text: string): string =>
  plainText(text)
    .replace(/ +/g, ' ')
    .replace(/ ?([\n\t]) ?/g, '$1')
    .replace(/\n+/g, '\n')
    .trim()

describe('plainText', () => {
  test('a row becomes a line, cells are set apart by tabs, line ends in a cell are spaces', () => {
    const table =
      '<table>\n<tr>\n<td>规章</td>\n<td class="x">\n3\n</td></tr><tr><td>行政<br/>许可</td><td>4</td></tr></table>'
    expect(words(table)).toBe('规章\t3\n行政 许可\t4')
  })

  test('paragraphs and breaks become lines; scripts, styles and comments nothing', () => {
    const page =
      '<html><style>td { width: 3px }</style><script>var n = 3</script><p>一、总体情况<br>全年</p><!-- 12 --><p>完</p></html>'
    expect(words(page)).toBe('一、总体情况\n全年\n完')
  })

  test('entities become what they stand for', () => {
    expect(words('<p>&#65288;七&#xff09;总计&nbsp;5 &lt; 6</p>')).toBe('（ 七） 总计\u00a0 5 < 6')
    expect(plainText('| &nbsp; |')).toBe('| \u00a0      |')
  })

  test('a break within a row of a Markdown table does not end the row', () => {
    expect(words('| 本年<br>制发 | 3 |\n| 其他 | 4 |')).toBe('| 本年 制发 | 3 |\n| 其他 | 4 |')
  })

  test.each([
    '没有标签的文字，3 < 4 & 5 > 2',
    '落实<青禾县公开办法>的通知',
    '<td>'.repeat(50),
    '<p <p &#99999999; </td></table></tr> <br',
    `<table>${'<br>'.repeat(40)}`,
  ])('the length stays that of the source: %s', (text) => {
    expect(plainText(text)).toHaveLength(text.length)
  })

  test.each(['规章\t3 ⟦<!-- 12 -->⟧\t4', '⟦<!-- 一\n二 -->⟧\n三', '⟦<!-->⟧3⟦<!---->⟧4', '⟦<!---->⟧3 <!-- 还没有写完'])(
    'comments become blanks, on one line, and what is not closed is none: %j',
    (source) => {
      const { text, spans } = marked(source)
      const blanks = spans.map((span) => ({ span, newText: ' '.repeat(span.end - span.start) }))
      expect(plainText(text)).toBe(applyEdits(text, blanks))
    },
  )

  test('a text without HTML is given back as it is', () => {
    const text = '落实<青禾县公开办法>的通知\n规章\t3'
    expect(plainText(text)).toBe(text)
  })
})

test('a label that ends with an entity ends where the entity does', () => {
  const row = (label: string) => `<tr><td>${label}</td>${'<td>0</td>'.repeat(7)}</tr>`
  const { text, span } = marked(
    `<h1>青禾县2023年政府信息公开工作年度报告</h1><table>${row('2.其他法律行政法规禁止公开')}${row('⟦3.危及&ldquo;三安全一稳定&rdquo;⟧')}</table>`,
  )
  expect(readReport(text).tables[0]?.rows.map(({ label }) => label)).toContainEqual(span)
})
