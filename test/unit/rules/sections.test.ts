import { describe, expect, test } from 'vitest'
import type { Section } from '../../../server/src/report/report.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Fix } from '../../../server/src/rules/rule.ts'
import { SEPARATED } from '../../generator/render.ts'
import { applied, found, planted } from './planted.ts'

const SOUND = planted().text
const TITLES = review(SOUND).report.sections.map(({ titleText }) => titleText)
const [, , REQUESTS = '', , PROBLEMS = '', OTHER = ''] = TITLES

const changed = (from: string, to: string): string => {
  const text = SOUND.replace(from, to)
  expect(text).not.toBe(SOUND)
  return text
}

/** What stands below a heading, up to the next one. */
const body = (title: string, next = ''): string =>
  SOUND.slice(SOUND.indexOf(title) + title.length, next === '' ? undefined : SOUND.indexOf(next))

describe('section/duplicate', () => {
  test.each(SEPARATED)('a section pasted twice, as %s', (layout) => {
    const { text } = planted({ layout })
    const { span } = review(text).report.sections[4] as Section
    const twice = text.slice(0, span.end) + text.slice(span.start)
    expect(found(twice)).toEqual([`section/duplicate: ${PROBLEMS}`])
    expect(review(twice).findings[0]?.span.start).toBeGreaterThan(span.start + 10)
  })

  test('a table of contents repeats nothing, and what stands below it is read', () => {
    for (const newline of ['\n', '\n\n']) {
      const text = SOUND.replace(TITLES[0] as string, `目录\n${TITLES.join(newline)}\n\n${TITLES[0]}`)
      expect(found(text)).toEqual([])
      const { sections } = review(text).report
      expect(sections.map(({ titleText }) => titleText)).toEqual(TITLES)
      expect(sections[0]?.title.start).toBeGreaterThan(text.indexOf(OTHER))
    }
  })

  test('a caption with the words of the heading is no section', () => {
    const text = changed(REQUESTS, `${REQUESTS}\n收到和处理政府信息公开申请情况`)
    expect(found(text)).toEqual([])
    expect(review(text).report.sections.map(({ titleText }) => titleText)).toEqual(TITLES)
  })
})

describe('section/number', () => {
  test.each([
    ['二、主动', '一、主动'],
    ['二、主动', '四、主动'],
    ['六、其他需', '五、其他需'],
    ['五、存在', '存在'],
  ])('%s… written %s…', (right, wrong) => {
    const text = changed(right, wrong)
    expect(review(text).findings.map(({ rule }) => rule)).toEqual(['section/number'])
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: true, preferred: true })
    expect(fix && applied(text, fix)).toEqual({ text: SOUND, findings: [] })
  })

  test('a number that is put in has the marks of the others', () => {
    const dotted = SOUND.replace(/^([一二三四五六])、(?!本年|上年|结转)/gm, '$1. ')
    const text = dotted.replace('五. 存在', '存在')
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix && applied(text, fix).text).toBe(dotted)
  })

  test('a report whose headings have no numbers at all is left alone', () => {
    const text = SOUND.replace(/^[一二三四五六]、(?!本年|上年|结转)/gm, '')
    expect(review(text).report.sections).toHaveLength(6)
    expect(found(text)).toEqual([])
  })

  test('a number on a line of its own is one', () => {
    expect(found(changed('五、存在', '五、\n存在'))).toEqual([])
  })

  test('sections counted as they stand, where one is missing or out of order, are that finding alone', () => {
    const five = `${PROBLEMS}${body(PROBLEMS, OTHER)}`
    expect(found(SOUND.replace(five, '').replace('六、其他需', '五、其他需'))).toEqual([
      'section/missing: 五、其他需要报告的事项',
    ])
    const swapped = SOUND.replace(five, '').replace('六、其他需', '五、其他需') + five.replace('五、', '\n六、')
    expect(review(swapped).findings.map(({ rule }) => rule)).toEqual(['section/order'])
  })
})

describe('section/empty', () => {
  test.each(['\n\n', '\n', '\n<br>\n&nbsp;\n', '\n** **\n---\n'])('a heading with %j below it', (rest) => {
    const text = changed(body(PROBLEMS, OTHER), rest)
    expect(found(text)).toEqual([`section/empty: ${PROBLEMS}`])
  })

  test('the last section as well', () => {
    expect(found(changed(body(OTHER), '\n'))).toEqual([`section/empty: ${OTHER}`])
  })

  test.each(['\n无。\n', '\n![附图](a.png)\n', '\n<img src="a.png">\n', '\n1\n'])('%j is something', (rest) => {
    const ofSections = found(changed(body(PROBLEMS, OTHER), rest)).filter((line) => line.startsWith('section/'))
    expect(ofSections).toEqual([])
  })

  test('what stands on the line of the heading is content', () => {
    const { findings } = review(changed(`${OTHER}${body(OTHER)}`, '六、其他事项：无'))
    expect(findings.map(({ rule }) => rule)).toEqual(['section/title'])
  })

  test('of a section that lacks its table, that is said alone', () => {
    const text = SOUND.slice(0, SOUND.indexOf(REQUESTS)) + SOUND.slice(SOUND.indexOf('四、政府信息公开行政复议'))
    const cut = text.replace('四、政府信息公开行政复议', `${REQUESTS}\n\n四、政府信息公开行政复议`)
    expect(review(cut).findings.map(({ rule }) => rule)).toEqual(['table/missing'])
  })
})

describe('section/level', () => {
  const levelled = (levels: readonly number[]) =>
    TITLES.reduce((text, title, index) => text.replace(title, `${'#'.repeat(levels[index] ?? 0)} ${title}`), SOUND)

  test('headings of different levels are one hint, and the fix sets them to what most have', () => {
    const text = levelled([2, 2, 3, 4, 4, 2])
    const { findings } = review(text)
    expect(findings.map(({ rule, wording, related }) => [rule, wording.args.count, related.length])).toEqual([
      ['section/level', 3, 2],
    ])
    const [fix] = findings[0]?.fixes ?? []
    expect(fix).toMatchObject({ safe: false, preferred: true })
    expect(fix && applied(text, fix)).toEqual({ text: levelled([2, 2, 2, 2, 2, 2]), findings: [] })
  })

  test('bold within a heading is no level', () => {
    const text = levelled([2, 2, 2, 2, 2, 2]).replace(OTHER, `**${OTHER}**`)
    expect(found(text)).toEqual([])
  })

  test('headings without marks have no level', () => {
    expect(found(levelled([2, 2, 0, 0, 0, 0]).replaceAll(/^ /gm, ''))).toEqual([])
  })
})

test('tags within a title stay behind the words that change, and are not quoted', () => {
  const { text } = planted({ layout: 'html' })
  const wrong = text.replace('总体情况', '总<b>体概</b>况')
  const [finding, ...others] = review(wrong).findings
  expect([finding?.rule, others]).toEqual(['section/title', []])
  expect(finding?.wording.args.found).toBe('一、总体概况')
  const after = applied(wrong, finding?.fixes[0] as Fix)
  expect(after.text).toBe(text.replace('总体情况', '总体情<b></b>况'))
  expect(after.findings).toEqual([])
})
