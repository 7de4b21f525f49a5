import { describe, expect, test } from 'vitest'
import { CATALOGUE, formatFor } from '../../../server/src/formats/catalogue.ts'
import { safeFixOf } from '../../../server/src/review/fix-all.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { applied, planted } from './planted.ts'

const OFFICE = '国务院办公厅政府信息与政务公开办公室'
const noticeOf = (year: number) => formatFor(CATALOGUE, year)?.notice as { number: string; title: string }
const NOW = noticeOf(2023)
const FORMER = noticeOf(2020)
const subjectOf = ({ title }: { title: string }) => title.replace(OFFICE, '')

const SOUND = planted().text
const [TITLE = ''] = SOUND.split('\n')
/** A report for 2023 with a sentence before its first section, or (`within`) in it. */
const inPreamble = (sentence: string): string => SOUND.replace(TITLE, `${TITLE}\n\n${sentence}`)
const within = (sentence: string): string => SOUND.replace('一、总体情况\n', `一、总体情况\n${sentence}\n`)

const summary = (text: string) =>
  review(text).findings.map((finding) => [
    finding.wording.key.replace('format/notice.', ''),
    sliceOf(text, finding.span),
    safeFixOf(finding) !== undefined,
  ])

/** What all safe fixes make of it, one after another. */
function mended(text: string): string {
  const fix = review(text).findings.flatMap((finding) => safeFixOf(finding) ?? [])[0]
  return fix === undefined ? text : mended(applied(text, fix).text)
}

const basis = ({ number, title }: { number: string; title: string }) => `根据《${title}》（${number}）编制。`

describe('the notice of the year', () => {
  test.each([
    basis(NOW),
    `根据《${NOW.title}》编制。`,
    `根据${NOW.number}编制。`,
    `根据${OFFICE}《${subjectOf(NOW)}》（${NOW.number}）编制。`,
    basis({ ...NOW, title: NOW.title.replace('〈', '<').replace('〉', '>') }),
    basis({ ...NOW, title: NOW.title.replace('〈', '《').replace('〉', '》') }),
    basis({ ...NOW, number: '国办公开办函〔2021〕30 号' }),
    basis({ ...NOW, title: NOW.title.replace('印发', '印发 ') }),
    `${basis(NOW)}其中的表格，${FORMER.number}也有。`,
    '根据《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）办理。',
    '根据《青禾省人民政府办公厅关于做好2023年政府信息公开工作年度报告有关事项的通知》编制。',
    '根据县政府办公室《关于政府信息公开工作年度报告有关事项的通知》编制。',
    '根据《关于政府信息公开工作年度报告有关事项的通知》（青政办〔2023〕2号）编制。',
  ])('%s', (sentence) => {
    expect(summary(inPreamble(sentence))).toEqual([])
    expect(summary(within(sentence))).toEqual([])
  })
})

describe('the notice of another year', () => {
  test('is exchanged, title and number, where the report says what it is based on', () => {
    const text = inPreamble(basis(FORMER))
    expect(summary(text)).toEqual([['edition', FORMER.number, true]])
    expect(mended(text)).toBe(inPreamble(basis(NOW)))
  })

  test('below that, the text may speak of it: a person chooses', () => {
    const text = within(basis(FORMER))
    expect(summary(text)).toEqual([['edition', FORMER.number, false]])
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix && applied(text, fix)).toEqual({ text: within(basis(NOW)), findings: [] })
  })

  test('by its number or its title alone', () => {
    expect(mended(inPreamble(`根据${FORMER.number}编制。`))).toBe(inPreamble(`根据${NOW.number}编制。`))
    expect(mended(inPreamble(`根据《${FORMER.title}》编制。`))).toBe(inPreamble(`根据《${NOW.title}》编制。`))
    expect(mended(inPreamble(`根据${OFFICE}《${subjectOf(FORMER)}》编制。`))).toBe(
      inPreamble(`根据${OFFICE}《${subjectOf(NOW)}》编制。`),
    )
  })

  test('of 2021 in a report for 2020', () => {
    const text = inPreamble(basis(NOW)).replaceAll('2023年', '2020年')
    expect(summary(text)).toContainEqual(['edition', NOW.number, true])
  })
})

describe('a title and a number that do not go together', () => {
  test('the title of the year with another number', () => {
    for (const number of [FORMER.number, '国办公开办函〔2021〕13号', '国办公开函〔2020〕30号']) {
      const text = within(basis({ ...NOW, number }))
      expect(summary(text)).toEqual([['number', number, true]])
      expect(mended(text)).toBe(within(basis(NOW)))
    }
  })

  test('the number of the year with the former title', () => {
    const text = within(basis({ ...NOW, title: FORMER.title }))
    expect(summary(text)).toEqual([['title', FORMER.title, true]])
    expect(mended(text)).toBe(within(basis(NOW)))
  })
})

describe('a notice misquoted', () => {
  test.each([
    NOW.title.replace('中华人民共和国', ''),
    NOW.title.replace('信息与政务', '信息公开与政务'),
    NOW.title.replace('格式', '的格式'),
    NOW.title.replace('政府信息与政务公开办公室', ''),
  ])('《%s》 becomes the official title', (title) => {
    const text = within(basis({ ...NOW, title }))
    expect(summary(text)).toEqual([['title', title, true]])
    expect(mended(text)).toBe(within(basis(NOW)))
  })

  test.each(['国办公开函〔2021〕30号', '国办公开办函〔2O21〕30号'])('%s has a wrong letter', (number) => {
    const text = within(`按照${number}编制。`)
    expect(summary(text)).toEqual([['letters', number, true]])
    expect(mended(text)).toBe(within(`按照${NOW.number}编制。`))
  })

  test.each([
    '国办公开办函[2021]30号',
    '国办公开办函【2021】30号',
    '国办公开办函202130号',
    '国办公开办函〔202130号',
    '国办公开办函〔2021〕第30号',
  ])('%s has other marks: a remark', (number) => {
    const text = within(`按照${number}编制。`)
    expect(summary(text)).toEqual([['marks', number, true]])
    expect(review(text).findings[0]?.severity).toBe('info')
    expect(mended(text)).toBe(within(`按照${NOW.number}编制。`))
  })
})

describe('the decree of the statute', () => {
  const STATUTE = '《中华人民共和国政府信息公开条例》'

  test.each([
    [`根据${STATUTE}（国务院令第492号）`, '492'],
    [`根据${STATUTE}（国务院令 第 492 号，以下简称《条例》）`, '492'],
    [`根据${STATUTE}(中华人民共和国国务院第492号令)`, '492'],
  ])('%s is the one before', (sentence, number) => {
    const text = within(`${sentence}编制。`)
    expect(summary(text)).toEqual([['decree', number, true]])
    expect(mended(text)).toBe(text.replace(number, '711'))
  })

  test.each([
    `根据${STATUTE}（国务院令第711号）编制。`,
    `${STATUTE}（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）`,
    `根据${STATUTE}《优化营商环境条例》（国务院令第722号）编制。`,
    `根据${STATUTE}编制。《青禾条例》由国务院令第722号公布。`,
  ])('%s', (sentence) => {
    expect(summary(within(sentence))).toEqual([])
  })
})
