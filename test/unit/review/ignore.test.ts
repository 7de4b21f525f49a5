import { describe, expect, test } from 'vitest'
import type { ListedIgnore, ReviewOptions } from '../../../server/src/review/options.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Rule } from '../../../server/src/rules/rule.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { applied, planted } from '../rules/planted.ts'

const SOUND = planted().text
// Two findings of one rule, in sections two and six.
const TITLES = SOUND.replace('主动公开政府信息情况', '主动公开信息情况').replace('其他需要报告的事项', '其他报告事项')
const TWO = '二、主动公开信息情况'
const SIX = '六、其他报告事项'
const OFFICIAL = '二、主动公开政府信息情况'

/** What is found, as `rule: text at its place`, and how much is not said. */
function heard(text: string, options?: ReviewOptions) {
  const { findings, suppressed, failures } = review(text, options)
  expect(failures).toEqual([])
  return { found: findings.map(({ rule, span }) => `${rule}: ${sliceOf(text, span)}`), suppressed }
}

const above = (line: string, comment: string, text = TITLES) => text.replace(line, `${comment}\n${line}`)

test('without ignores nothing is suppressed', () => {
  expect(heard(TITLES)).toEqual({ found: [`section/title: ${TWO}`, `section/title: ${SIX}`], suppressed: 0 })
})

describe('an ignore of the next line', () => {
  test.each([
    ['by rule', '<!-- nianbao-disable-next-line section/title -->'],
    ['with a reason', '<!-- nianbao-disable-next-line section/title 县里的写法，见 2 号文 -->'],
    ['without blanks', '<!--nianbao-disable-next-line section/title-->'],
    ['of all rules', '<!-- nianbao-disable-next-line -->'],
    ['of all rules, with a reason', '<!-- nianbao-disable-next-line 县里的写法 -->'],
    ['of all rules, with a reason set apart', '<!-- nianbao-disable-next-line -- as the county has it -->'],
    ['over several lines', '<!--\n  nianbao-disable-next-line\n  section/title\n-->'],
    ['with a blank line behind', '<!-- nianbao-disable-next-line section/title -->\n'],
    ['above another comment', '<!-- nianbao-disable-next-line section/title -->\n<!-- 待核 -->'],
  ])('%s silences that line alone', (_, comment) => {
    expect(heard(above(TWO, comment))).toMatchObject({ found: [`section/title: ${SIX}`], suppressed: 1 })
  })

  test('may name several rules', () => {
    const both = ['section/title', 'section/order'].map(
      (id): Rule => ({
        id,
        severity: 'warning',
        *check({ text }) {
          for (const line of [TWO, SIX]) {
            const start = text.indexOf(line)
            yield { rule: id, span: { start, end: start + 1 }, wording: { key: '', args: {} }, related: [], fixes: [] }
          }
        },
      }),
    )
    const text = above(TWO, '<!-- nianbao-disable-next-line section/title、section/order 县里的写法 -->')
    expect(heard(text, { rules: both })).toEqual({ found: ['section/title: 六', 'section/order: 六'], suppressed: 2 })
  })

  test('works with any line end', () => {
    const text = above(TWO, '<!-- nianbao-disable-next-line section/title -->')
    for (const newline of ['\r\n', '\r'])
      expect(heard(text.replaceAll('\n', newline))).toEqual({ found: [`section/title: ${SIX}`], suppressed: 1 })
  })

  test('may stand above others', () => {
    const text = above(
      TWO,
      '<!-- nianbao-disable-next-line section/title -->\n<!-- nianbao-disable-next-line section/order -->',
    )
    expect(heard(text).found).toEqual([
      'config/unused-ignore: <!-- nianbao-disable-next-line section/order -->',
      `section/title: ${SIX}`,
    ])
  })

  test('of another rule is no use', () => {
    expect(heard(above(TWO, '<!-- nianbao-disable-next-line cell/blank -->'))).toEqual({
      found: [
        'config/unused-ignore: <!-- nianbao-disable-next-line cell/blank -->',
        `section/title: ${TWO}`,
        `section/title: ${SIX}`,
      ],
      suppressed: 0,
    })
  })

  test('at the very end has nothing to ignore', () => {
    const comment = '<!-- nianbao-disable-next-line section/title -->'
    expect(heard(TITLES + comment).found.at(-1)).toBe(`config/unused-ignore: ${comment}`)
  })
})

describe('other ignores', () => {
  test('of the line that they stand on', () => {
    const text = TITLES.replace(SIX, `${SIX} <!-- nianbao-disable-line section/title -->`)
    expect(heard(text)).toEqual({ found: [`section/title: ${TWO}`], suppressed: 1 })
  })

  test('of the whole text, from any place in it', () => {
    for (const text of [
      above('一、总体情况', '<!-- nianbao-disable-file section/title -->'),
      `${TITLES}<!-- nianbao-disable-file -->`,
    ])
      expect(heard(text)).toEqual({ found: [], suppressed: 2 })
  })

  test('from one place to another', () => {
    const text = above(SIX, '<!-- nianbao-enable -->', above('一、总体情况', '<!-- nianbao-disable section/title -->'))
    expect(heard(text)).toEqual({ found: [`section/title: ${SIX}`], suppressed: 1 })
  })

  test('to the end, when they are not ended', () => {
    expect(heard(above(TWO, '<!-- nianbao-disable -->'))).toEqual({ found: [], suppressed: 2 })
    expect(heard(above(SIX, '<!-- nianbao-disable section/title -->'))).toMatchObject({ suppressed: 1 })
  })

  test('of all rules end for the one that is named', () => {
    const text = above(SIX, '<!-- nianbao-enable section/title -->', above(TWO, '<!-- nianbao-disable -->'))
    expect(heard(text)).toEqual({ found: [`section/title: ${SIX}`], suppressed: 1 })
  })

  test('begin anew', () => {
    const block = (text: string, line: string) =>
      above(line, '<!-- nianbao-disable section/title -->', text).replace(
        line,
        `${line}\n<!-- nianbao-enable section/title -->`,
      )
    expect(heard(block(block(TITLES, TWO), SIX))).toEqual({ found: [], suppressed: 2 })
  })

  test.each(['<!-- nianbao-disable-file section/title', '<!-- disable-file -->', 'nianbao-disable-file', '<!---->'])(
    'are none: %s',
    (words) => {
      expect(heard(`${TITLES}${words}\n`)).toMatchObject({ suppressed: 0 })
    },
  )

  test('that a block of code shows are none', () => {
    const shown = '```html\n<!-- nianbao-disable-file section/title -->\n```\n'
    expect(heard(shown + TITLES)).toMatchObject({ found: [`section/title: ${TWO}`, `section/title: ${SIX}`] })
    expect(
      heard(shown + TITLES + shown.replaceAll('```\n', '```\n<!-- nianbao-disable-file section/title -->\n')),
    ).toMatchObject({
      suppressed: 2,
    })
  })
})

describe('an ignore that matches nothing is said', () => {
  test.each([
    ['of a line', above(OFFICIAL, '⟦<!-- nianbao-disable-next-line section/title 旧写法 -->⟧\n', SOUND)],
    ['of all rules', `${SOUND}⟦<!-- nianbao-disable-file -->⟧`],
    ['beside what it says', SOUND.replace('三、', '⟦<!-- nianbao-disable-line -->⟧三、')],
    [
      'that repeats another',
      `${TITLES}<!-- nianbao-disable-file section/title -->⟦<!-- nianbao-disable-file section/title -->⟧`,
    ],
    ['that begins within another', `<!-- nianbao-disable -->\n⟦<!-- nianbao-disable section/title -->⟧\n${TITLES}`],
    ['that ends nothing', above(OFFICIAL, '⟦<!-- nianbao-enable -->⟧', SOUND)],
    [
      'that ends what is not ignored',
      above(TWO, '⟦<!-- nianbao-enable cell/blank -->⟧', `<!-- nianbao-disable section/title -->\n${TITLES}`),
    ],
    ['whose word is none', above(OFFICIAL, '⟦<!-- nianbao-ignore-next-line section/title -->⟧', SOUND)],
  ])('%s', (_, marked) => {
    const text = marked.replaceAll(/[⟦⟧]/g, '')
    const comment = marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧'))
    const said = review(text).findings.filter(({ rule }) => rule === 'config/unused-ignore')
    expect(said.map(({ span }) => sliceOf(text, span))).toEqual([comment])
    expect(said[0]?.span.start).toBe(marked.indexOf('⟦'))
  })

  test('with one of its rules: that one', () => {
    const text = above(TWO, '<!-- nianbao-disable-next-line section/order, section/title, cell/blank 理由 -->')
    const said = review(text).findings.filter(({ rule }) => rule === 'config/unused-ignore')
    expect(said.map(({ span }) => sliceOf(text, span))).toEqual(['section/order', 'cell/blank'])
    const [first, second] = said.map(({ fixes }) => applied(text, fixes[0] as (typeof fixes)[0]).text)
    expect(first).toContain('<!-- nianbao-disable-next-line section/title, cell/blank 理由 -->')
    expect(second).toContain('<!-- nianbao-disable-next-line section/order, section/title 理由 -->')
  })

  test.each([
    ['with its line', above(OFFICIAL, '  <!-- nianbao-disable-next-line section/title -->', SOUND)],
    [
      'with its line, whatever its end',
      above(OFFICIAL, '<!-- nianbao-disable-file -->', SOUND).replaceAll('\n', '\r\n'),
    ],
    ['with the blank before it', SOUND.replace(/政府信息情况$/m, '政府信息情况 <!-- nianbao-disable-line -->')],
    ['from within a line', SOUND.replace('三、', '三、<!-- nianbao-disable-line -->')],
    ['at the end', `${SOUND}<!-- nianbao-disable-file -->`],
    ['with what ends it', `<!-- nianbao-disable -->\n${SOUND}<!-- nianbao-enable -->\n`],
  ])('the fix takes it out %s, is preferred, and is not safe', (_, text) => {
    const [finding, ...others] = review(text).findings
    expect(others).toEqual([])
    expect(finding?.fixes).toMatchObject([{ preferred: true, safe: false }])
    const fixed = applied(text, finding?.fixes[0] as NonNullable<typeof finding>['fixes'][0])
    expect(fixed.findings).toEqual([])
    expect(fixed.text.replaceAll('\r\n', '\n')).toBe(SOUND)
  })

  test('but not when its rule did not run', () => {
    const text = above(OFFICIAL, '<!-- nianbao-disable-next-line section/title -->', SOUND)
    expect(heard(text, { settings: new Map([['section/title', { severity: 'off' }]]) }).found).toEqual([])
    expect(heard(text, { rules: [] }).found).toEqual([])
    const broken: Rule = {
      id: 'section/title',
      severity: 'error',
      check: () => {
        throw new Error('made to fail')
      },
    }
    expect(review(text, { rules: [broken] }).findings).toEqual([])
    expect(review(above(OFFICIAL, '<!-- nianbao-disable-next-line -->', SOUND), { rules: [broken] }).findings).toEqual(
      [],
    )
  })

  test('nor in a second report, which is not reviewed', () => {
    const text = `${SOUND}\n${above(OFFICIAL, '<!-- nianbao-disable-next-line -->', SOUND)}`
    expect(review(text).findings.map(({ rule }) => rule)).toEqual(['report/second'])
  })

  test('nor when that is not to be said', () => {
    const text = `${SOUND}<!-- nianbao-disable-file cell/blank -->`
    expect(heard(text).found).toHaveLength(1)
    expect(heard(`${text}<!-- nianbao-disable-file config/unused-ignore -->`)).toEqual({ found: [], suppressed: 1 })
    expect(heard(text, { settings: new Map([['config/unused-ignore', { severity: 'off' }]]) }).found).toEqual([])
  })
})

describe('a rule that does not exist', () => {
  test.each([
    ['section/titel', 'section/title'],
    ['Section/Title', 'section/title'],
    ['section-title', 'section/title'],
    ['nothing/like-it', undefined],
    ['all', undefined],
  ])('%s is said, ignores nothing, and is mended into %s', (id, nearest) => {
    const text = above(TWO, `<!-- nianbao-disable-next-line ${id} -->`)
    expect(heard(text)).toEqual({
      found: [`config/unknown-rule: ${id}`, `section/title: ${TWO}`, `section/title: ${SIX}`],
      suppressed: 0,
    })
    const [fix] = review(text).findings[0]?.fixes ?? []
    expect(fix && applied(text, fix).text).toBe(nearest && text.replace(id, nearest))
  })
})

describe('a list of ignores', () => {
  const { text, cells } = planted({ figures: { 'requests/total/person': 99 } })
  const address = 'requests/total/person'
  const listed = (ignore: Partial<ListedIgnore>): ReviewOptions => ({
    ignores: [{ rule: 'arithmetic/cell', isForOne: true, ...ignore }],
  })

  test.each<[string, Partial<ListedIgnore>]>([
    ['by rule', {}],
    ['by address', { address }],
    ['by the text there', { text: '99' }],
    ['by text around it', { text: '99\t' }],
    ['by both', { address, text: '99' }],
  ])('knows a finding %s', (_, ignore) => {
    expect(heard(text, listed(ignore))).toEqual({ found: [], suppressed: 1 })
    // Wherever it moved to.
    expect(heard(`会议材料\n\n${text}`, listed(ignore))).toEqual({ found: [], suppressed: 1 })
  })

  test.each<[string, Partial<ListedIgnore>]>([
    ['another rule', { rule: 'cell/blank' }],
    ['another cell', { address: 'requests/total/company' }],
    ['text elsewhere', { text: '总体情况' }],
    ['another figure in the cell', { address, text: '98' }],
  ])('does not take it for one of %s', (_, ignore) => {
    const { found, suppressed } = heard(text, listed(ignore))
    expect([found.length, suppressed]).toEqual([2, 0])
    const title = sliceOf(text, review(text).report.facts.title as { start: number; end: number })
    expect(found).toEqual([
      `config/unused-ignore: ${title}`,
      `arithmetic/cell: ${sliceOf(text, cells.get(address) as never)}`,
    ])
  })

  test('is not held to what it has for other texts as well', () => {
    expect(heard(SOUND, listed({ isForOne: false }))).toEqual({ found: [], suppressed: 0 })
  })
})

describe('many ignores', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('')

  test.each([
    ['one behind the other', () => '<!-- nianbao-disable-next-line -->'],
    ['one above the other', () => '<!-- nianbao-disable-next-line cell/blank -->\n'],
    ['begun and not ended', () => '<!-- nianbao-disable -->\n'],
    ['begun and ended', (index: number) => `<!-- nianbao-${index % 2 ? 'enable' : 'disable'} -->\n`],
    ['of rules that do not exist', (index: number) => `<!-- nianbao-disable a/b${index} -->`],
    ['that never close', () => '<!-- nianbao-disable '],
  ])('%s do not take for ever', { timeout: 60_000 }, (_, line) => {
    expect(review(TITLES + lines(20_000, line)).failures).toEqual([])
  })
})
