import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { Format } from '../../../server/src/formats/schema.ts'
import { bringToEdition } from '../../../server/src/report/edition/bring.ts'
import { figureEdit } from '../../../server/src/report/figure-edit.ts'
import { writtenIn } from '../../../server/src/report/layouts/write.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Fix } from '../../../server/src/rules/rule.ts'
import { applyEdits, sliceOf } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { applied, planted } from '../rules/planted.ts'

const ADDRESS = 'requests/received/person'
const { text: SOUND, figures } = planted({ layout: 'html', scale: 30 })
const RIGHT = figures.get(ADDRESS) as number

/** The report with something else in one of its cells; the words of an HTML tag in it are kept. */
function withCell(inner: string): string {
  const span = readReport(SOUND)
    .tables.find(({ id }) => id === 'requests')
    ?.cells.get('received/person')?.span
  if (span === undefined) throw new Error('no such cell')
  return applyEdits(SOUND, [{ span, newText: inner }])
}

const cellIn = (text: string) => {
  const cell = readReport(text)
    .tables.find(({ id }) => id === 'requests')
    ?.cells.get('received/person')
  if (cell === undefined) throw new Error('no such cell')
  return cell
}

/** Whether each tag of a text closes the one that was opened last. */
function isNested(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][\w:]*)[^>]*>/gi)) {
    if (/^(?:br|meta)$/i.test(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

/** Ways to part the first digit of a figure from the others. */
const FORMS: Readonly<Record<string, (a: string, b: string) => string>> = {
  runs: (a, b) => `<span lang=EN-US>${a}</span><span lang=EN-US style='font-family:"仿宋"'>${b}</span>`,
  word: (a, b) => `<p class=MsoNormal><span lang=EN-US>${a}</span><span lang=EN-US>${b}<o:p></o:p></span></p>`,
  font: (a, b) => `<font>${a}</font><font>${b}</font>`,
  'first bold': (a, b) => `<b>${a}</b>${b}`,
  'last bold': (a, b) => `${a}<b>${b}</b>`,
  bookmark: (a, b) => `${a}<a name="_GoBack"></a>${b}`,
  comment: (a, b) => `${a}<!-- x -->${b}`,
  long: (a, b) => `<span>${a}</span>${'<span></span>'.repeat(20)}<span>${b}</span>`,
}
const split = (form: string, figure: number) => {
  const digits = String(figure)
  return (FORMS[form] as (a: string, b: string) => string)(digits.slice(0, 1), digits.slice(1))
}

describe.each(Object.keys(FORMS))('a figure split by tags: %s', (form) => {
  const text = withCell(split(form, RIGHT))

  test('is read, from its first digit to its last, and nothing is found', () => {
    const cell = cellIn(text)
    expect(cell.value).toBe(RIGHT)
    expect(cell.raw).toBe(sliceOf(text, cell.span))
    expect(cell.raw).toMatch(/^\d[\s\S]*\d$/)
    expect(writtenIn(cell)).toBe(String(RIGHT))
    expect(review(text).findings).toEqual([])
  })

  test('is found where it is wrong; the fix leaves the tags nested, and then nothing is found', () => {
    const wrong = withCell(split(form, RIGHT + 4))
    const finding = review(wrong).findings.find(({ address }) => address === ADDRESS)
    expect(finding?.wording.args).toMatchObject({ found: String(RIGHT + 4) })
    const fix = finding?.fixes.find(({ preferred }) => preferred)
    const fixed = applyEdits(wrong, fix?.edits ?? [])
    expect(cellIn(fixed).value).toBe(RIGHT)
    expect(isNested(fixed)).toBe(true)
    expect(review(fixed).findings).toEqual([])
  })

  test.each(['7', '1234', '', '/'])('can be written over with %j', (typed) => {
    const made = figureEdit(readReport(text), ADDRESS, typed)
    const written = 'edits' in made ? applyEdits(text, made.edits) : ''
    expect(writtenIn(cellIn(written))).toBe(typed)
    expect(isNested(written)).toBe(true)
  })
})

test('tags of one figure do not go with other figures into a new table or row', () => {
  const bold = (text: string) => text.replace(/(?<=<td>)(\d)(\d+)(?=<\/td>)/g, '<b>$1</b>$2')
  const former = readReport(bold(planted({ year: 2020, layout: 'html', scale: 30 }).text))
  const [, current] = CATALOGUE.formats
  const brought = bringToEdition(former, current as Format).flatMap(({ edits }) => edits)
  const after = applyEdits(former.text, brought)
  expect(isNested(after)).toBe(true)
  expect(readReport(after).tables[1]?.edition).toBe('2021')

  const without = bold(SOUND).replace(/<tr>(?:(?!<tr>)[\s\S])*3\.危及[\s\S]*?<\/tr>\n?/, '')
  const missing = review(without).findings.find(({ rule }) => rule === 'table/row-missing')
  const put = applied(without, missing?.fixes[0] as Fix)
  expect(isNested(put.text)).toBe(true)
  expect(put.findings.filter(({ rule }) => rule === 'table/row-missing')).toEqual([])
})

test('a figure of a sentence', () => {
  const said = (figure: number) =>
    `<p>2023年，收到政府信息公开申请<b>${String(figure)[0]}</b>${String(figure).slice(1)}件。</p>`
  const total = figures.get('requests/received/total') as number
  const saying = (figure: number) => SOUND.replace(/(?=<table)/, said(figure))
  expect(review(saying(total)).findings).toEqual([])
  const [finding] = review(saying(total + 1)).findings
  expect(finding?.rule).toBe('narrative/count')
  expect(Object.values(finding?.wording.args ?? {}).join()).not.toContain('<')
  const put = applied(saying(total + 1), finding?.fixes[0] as Fix)
  expect(isNested(put.text)).toBe(true)
  expect(put.findings).toEqual([])
})

describe.each([
  ['a mark of a note', '25<sup>1</sup>', '25 1'],
  ['deleted and inserted digits', '<del>9</del><ins>3</ins>', '9 3'],
  ['hidden digits', '<span style="display:none">7</span>5', '7 5'],
])('%s', (_, inner, words) => {
  const text = withCell(inner)

  test('is no figure, which is said without tags, and nothing is written over it', () => {
    const cell = cellIn(text)
    expect([cell.state, writtenIn(cell)]).toEqual(['unreadable', words])
    const said = review(text).findings.filter(({ address }) => address === ADDRESS)
    expect(said.map(({ rule, wording }) => [rule, wording.args.found])).toEqual([['cell/not-a-count', words]])
    expect(figureEdit(readReport(text), ADDRESS, '5')).toEqual({ refused: 'noPlace' })
  })
})

test.each(['<span>25</span><span lang=EN-US>⟦件⟧</span>', '<b>2</b>5<b>⟦件⟧</b>', '25&nbsp;⟦件⟧', '<b>25</b> ⟦件⟧'])(
  'a unit is found behind tags and entities: %s',
  (inner) => {
    const { text, span } = marked(SOUND.replace(/(本年新收[\s\S]*?<td>)\d+(?=<)/, (_, before) => before + inner))
    expect(cellIn(text)).toMatchObject({ value: 25, unitSpan: span })
    const [finding] = review(text).findings.filter(({ rule }) => rule === 'cell/unit')
    expect(finding?.wording.args.found).toMatch(/^25\s?件$/)
    const put = applied(text, finding?.fixes[0] as Fix)
    expect(cellIn(put.text)).toMatchObject({ value: 25, state: 'number' })
    expect(cellIn(put.text).unit).toBeUndefined()
    expect(isNested(put.text)).toBe(true)
    const made = figureEdit(readReport(text), ADDRESS, '')
    const emptied = 'edits' in made ? applyEdits(text, made.edits) : ''
    expect(cellIn(emptied).state).toBe('blank')
    expect(isNested(emptied)).toBe(true)
  },
)
