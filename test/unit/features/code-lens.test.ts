import { expect, test } from 'vitest'
import { codeLenses } from '../../../server/src/features/code-lens.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { NOTICE, report } from '../../suite/fixtures.ts'
import { documentOf, reviewOf } from './made-review.ts'

const FORM = { language: 'zh-CN', showFinding: 'show' } as const

const lenses = (text: string, form: Parameters<typeof codeLenses>[2] = FORM) =>
  codeLenses(review(text), documentOf(text), form)
const sums = (text: string, form?: Parameters<typeof codeLenses>[2]) =>
  lenses(text, form).filter(({ command }) => command?.title.includes('勾稽关系'))
const titles = (text: string) => sums(text).map(({ command }) => command?.title)

// A sum along each of 25 rows, and two down each of 7 columns; three rows of remedies.
test('each table with sums has one, on its first line', () => {
  const text = report('tabs')
  expect(titles(text)).toEqual(['勾稽关系 39 条：全部成立', '勾稽关系 3 条：全部成立'])
  const lines = text.split('\n')
  for (const { range } of sums(text)) {
    expect(range.start).toEqual(range.end)
    expect(lines[range.start.line]).toMatch(/^（本列数据的勾稽关系为|^行政复议/)
  }
})

test('the sums that fail are counted: the row’s and the balance of the column', () => {
  expect(titles(report('tabs', { 'received/total': 71 }))[0]).toBe('勾稽关系 39 条：37 条成立，2 条不成立')
})

test('those that a blank leaves open are neither', () => {
  const blank = (text: string) => text.replace('数量\t\t\t14\t', '数量\t\t\t\t')
  expect(titles(blank(report('tabs')))[0]).toBe('勾稽关系 39 条：37 条成立，2 条有格未填或读不出、尚不能核对')
  expect(titles(blank(report('tabs', { 'granted/company': 7 })))[0]).toBe(
    '勾稽关系 39 条：35 条成立，2 条不成立，2 条有格未填或读不出、尚不能核对',
  )
})

test('it leads to the first finding about the sums of its table, or else to where the first sum fails', () => {
  const text = report('tabs', { 'received/total': 71 })
  const whole = review(text)
  const document = documentOf(text)
  const [first] = codeLenses(whole, document, FORM)
  const [uri, range] = first?.command?.arguments ?? []
  expect([first?.command?.command, uri, document.getText(range)]).toEqual(['show', document.uri, '71'])
  const [, bare] = codeLenses(reviewOf(text, [], whole.report), document, FORM)
  expect(bare?.command?.arguments).toEqual(first?.command?.arguments)
})

test('findings of another kind, or in another table, are not where it leads', () => {
  const text = report('tabs', { 'received/total': 71 })
  const { report: read, findings } = review(text)
  const [sum] = findings
  const others = read.tables.map(
    ({ span }) => ({ ...sum, span: { start: span.start, end: span.start } }) as (typeof findings)[0],
  )
  const [inFirst, inSecond] = others as [(typeof findings)[0], (typeof findings)[0]]
  const made = reviewOf(text, [inFirst, { ...inSecond, rule: 'table/unaligned' }, ...findings], read)
  const document = documentOf(text)
  const [lens] = codeLenses(made, document, FORM)
  expect(document.getText(lens?.command?.arguments?.[1])).toBe(sum && sliceOf(text, sum.span))
})

test('it only tells where nothing fails, or the client has no command for it', () => {
  const text = report('tabs', { 'received/total': 71 })
  expect(sums(text)[1]?.command).toEqual({ title: '勾稽关系 3 条：全部成立', command: '' })
  expect(lenses(text, { ...FORM, showFinding: undefined })[0]?.command).toEqual({
    title: '勾稽关系 39 条：37 条成立，2 条不成立',
    command: '',
  })
})

test('a report without findings says so over its title, and what is ignored in it', () => {
  const text = `前言\n\n${report('tabs')}`
  const [lens] = lenses(text)
  expect(lens?.range.start).toEqual({ line: 2, character: 0 })
  expect(lens?.command).toEqual({ title: '年报审校：未发现问题', command: '' })
  const made = { ...reviewOf(text, [], review(text).report), suppressed: 2 }
  expect(codeLenses(made, documentOf(text), FORM)[0]?.command?.title).toBe('年报审校：未发现问题，另有 2 处已忽略')
})

test('one with findings does not, nor a text that is no report', () => {
  expect(lenses(report('tabs', { 'received/total': 71 })).map(({ command }) => command?.title)).not.toContain(
    '年报审校：未发现问题',
  )
  expect(lenses(NOTICE)).toEqual([])
})
