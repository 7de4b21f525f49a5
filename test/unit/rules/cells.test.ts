import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { applyEdits, type SpanEdit, sliceOf } from '../../../server/src/text/span.ts'
import { ALL_SEPARATED, SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

/** A sound report with other words in some cells. */
function written(cells: Readonly<Record<string, string>>, options: Parameters<typeof planted>[0] = {}) {
  const report = planted(options)
  const edits = Object.entries(cells).map(([address, newText]): SpanEdit => {
    const span = report.cells.get(address)
    if (span === undefined) throw new Error(`no cell ${address}`)
    return { span, newText }
  })
  return applyEdits(report.text, edits)
}

const keysIn = (text: string, rule: string) =>
  review(text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ address, wording }) => `${wording.key} ${address}`)

describe('cell/not-a-count', () => {
  test.each(ALL_SEPARATED)('a decimal and a negative count, as %s', (layout) => {
    const text = written(
      { 'proactive/licensing/decisions': '1.5', 'remedies/reconsideration/upheld': '-1' },
      { layout },
    )
    expect(keysIn(text, 'cell/not-a-count')).toEqual([
      'cell/not-a-count.decimal proactive/licensing/decisions',
      'cell/not-a-count.negative remedies/reconsideration/upheld',
    ])
  })

  test.each(['tabs', 'pipes', 'bars', 'html'] as const)('what nobody can read, as %s', (layout) => {
    const text = written(
      {
        'proactive/penalties/decisions': 'abc',
        'requests/granted/person': '约5',
        'requests/granted/company': '见附件',
      },
      { layout },
    )
    expect(keysIn(text, 'cell/not-a-count')).toEqual([
      'cell/not-a-count.unreadable proactive/penalties/decisions',
      'cell/not-a-count.unreadable requests/granted/person',
      'cell/not-a-count.unreadable requests/granted/company',
    ])
  })

  test.each(['/', '-', '—', '无', '12', '1,234', '１２', '三'])('%s is no wrong count', (words) => {
    const text = written({ 'proactive/licensing/decisions': words })
    expect(keysIn(text, 'cell/not-a-count')).toEqual([])
  })

  test('amounts have decimals and no minus, changes a minus and no decimals', () => {
    const text = written(
      {
        'proactive/licensing/change': '-1.5',
        'proactive/procurement/amount': '-3.5',
        'proactive/penalties/change': '0',
        'proactive/fees/change': '+8',
      },
      { year: 2020 },
    )
    expect(keysIn(text, 'cell/not-a-count')).toEqual([
      'cell/not-a-count.decimal proactive/licensing/change',
      'cell/not-a-count.negative proactive/procurement/amount',
    ])
  })

  test('the end of a label in the first cell is no figure that went wrong', () => {
    const { text } = planted()
    const torn = text.replace(/4\.保护第三方合法权益(\t\d+){7}/, (row) =>
      row.replace('法权益', '\t法权益').replace(/\t\d+$/, ''),
    )
    expect(torn).not.toBe(text)
    expect(keysIn(torn, 'cell/not-a-count')).toEqual([])
  })
})

describe('cell/unit', () => {
  test.each(ALL_SEPARATED)('a unit that the head says goes by itself, the figure stays, as %s', (layout) => {
    const text = written({ 'proactive/fees/amount': '43.788万元' }, { layout })
    expect(keysIn(text, 'cell/unit')).toEqual(['cell/unit.said proactive/fees/amount'])
    const [finding] = review(text).findings
    expect(finding && sliceOf(text, finding.span)).toBe('43.788万元')
    expect(finding?.fixes).toMatchObject([{ safe: true, preferred: true }])
    const fixed = finding?.fixes[0] && applied(text, finding.fixes[0])
    expect(fixed).toEqual({ text: text.replace('43.788万元', '43.788'), findings: [] })
  })

  test('a word that counts in many cells is one finding, and one fix', () => {
    const { text } = planted()
    const counted = text.replace(/^(?:一、本年|二、上年).*$/gm, (row) => row.replace(/\t(\d+)/g, '\t$1 件'))
    const [finding, ...others] = review(counted).findings
    expect(others).toEqual([])
    expect(finding?.wording).toMatchObject({ key: 'cell/unit.said.several', args: { count: 14, unit: '件' } })
    expect(finding?.fixes[0] && applied(counted, finding.fixes[0])).toEqual({ text, findings: [] })
  })

  test('元 where the head says 万元 is said with its factor, and converted only by choice', () => {
    const text = written({ 'proactive/fees/amount': '251000元' })
    const [finding] = review(text).findings
    expect(finding?.wording).toMatchObject({ key: 'cell/unit.factor', args: { factor: 10000, expected: '万元' } })
    expect(finding?.fixes).toMatchObject([{ safe: false, preferred: false }])
    expect(finding?.fixes[0] && applied(text, finding.fixes[0])).toEqual({
      text: text.replace('251000元', '25.1'),
      findings: [],
    })
  })

  test.each(SEPARATED)('a unit that no head says can be moved into the head, as %s', (layout) => {
    const text = written({ 'proactive/procurement/amount': '160.5964 万元' }, { year: 2019, layout })
    const [finding] = review(text).findings
    expect(finding?.wording.key).toBe('cell/unit.unsaid')
    expect(finding?.fixes).toMatchObject([{ safe: false }])
    const moved = text.replace('采购总金额', '采购总金额（万元）').replace('160.5964 万元', '160.5964')
    expect(finding?.fixes[0] && applied(text, finding.fixes[0])).toEqual({ text: moved, findings: [] })
  })

  test('what the author has put into the head is said there', () => {
    const text = written({ 'proactive/procurement/amount': '160.5964万元' }, { year: 2019 })
    const noted = text.replace('采购总金额', '采购总金额（万元，保留四位小数）')
    expect(keysIn(noted, 'cell/unit')).toEqual(['cell/unit.said proactive/procurement/amount'])
  })

  test.each([
    ['12%', 'other'],
    ['5万', 'other'],
    ['3人次', 'other'],
    ['+22', 'sign'],
    ['增22', 'sign'],
  ])('%s fits no count', (words, kind) => {
    const text = written({ 'proactive/licensing/decisions': words })
    expect(keysIn(text, 'cell/unit')).toEqual([`cell/unit.${kind} proactive/licensing/decisions`])
    expect(review(text).findings[0]?.fixes).toEqual([])
  })

  test.each(['+3', '-8', '减4', '增4', '０'])('%s is how a change is written', (words) => {
    const text = written({ 'proactive/fees/change': words, 'proactive/fees/previousItems': '9' }, { year: 2020 })
    expect(found(text)).toEqual([])
  })
})
