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
    ['<td>⟦2</span><span lang=EN-US>5⟧</td>', '25'],
    ['<td><p><span>⟦1</span><b>,</b><i>2</i>34⟧<o:p></o:p></p></td>', '1,234'],
    ['<p>收到申请<b>⟦１</b>７⟧件</p>', '１７'],
    ['<td>⟦2<a name="_GoBack"></a>5⟧</td>', '25'],
    ['<p>⟦2<!-- 注 -->5⟧</p>', '25'],
    ['| ⟦<b>256</b>.4⟧ |', '256.4'],
    ['规章\t⟦2<!-- 注 -->5⟧', '25'],
  ])('tags within a figure are no blanks: %s', (source, figure) => {
    const { text, span } = marked(source)
    const plain = plainText(text)
    expect(plain).toHaveLength(text.length)
    expect(plain.slice(span.start, span.end).replaceAll('\u2060', '').trim()).toBe(figure)
    expect(plain.slice(0, span.start) + plain.slice(span.end)).not.toContain('\u2060')
  })

  test.each([
    '<td>2</td><td>5</td>',
    '<td><p>2</p><p>5</p></td>',
    '<td>2<br>5</td>',
    '<td>25<sup>1</sup></td>',
    '<td><del>9</del><ins>3</ins></td>',
    '<td><span style="display: none">7</span>25</td>',
    '<td>25<span style="vertical-align:super">1</span><b>2</b>3</td>',
    '<td>25<a href="#_ftn1">1</a></td>',
    '<td>2 <b>5</b></td>',
    '<p>1<b>.</b>规章</p>',
    '<p>2<b></b>甲</p>',
  ])('figures beside one another are not joined: %s', (text) => {
    expect(plainText(text)).not.toContain('\u2060')
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

  test.each(['规章\t3 ⟦<!-- 12 -->⟧\t4', '⟦<!-- 一\n二 -->⟧\n三', '⟦<!-->⟧甲⟦<!---->⟧4', '⟦<!---->⟧3 <!-- 还没有写完'])(
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
