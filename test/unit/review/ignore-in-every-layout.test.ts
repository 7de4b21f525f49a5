import fc from 'fast-check'
import markdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { Report } from '../../../server/src/report/report.ts'
import { COMMENTED, type Commented, ignoreFile, ignoreLine } from '../../../server/src/review/ignore/write.ts'
import { review } from '../../../server/src/review/review.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { applyEdits, type SpanEdit, sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'

// Whatever an ignore is written into is read as it was before.

const HTML_FRAMES = ['html', 'htmlPage']
const languagesOf = (style: StyleName): Commented[] =>
  COMMENTED.filter((language) => language === (HTML_FRAMES.includes(styleOf(style).frame) ? 'html' : 'markdown'))

const drawn = fc.record({
  format: fc.constantFrom(...CATALOGUE.formats),
  seed: fc.nat(99_999),
  scale: fc.constantFrom(1, 300),
  newline: fc.constantFrom('\n', '\r\n'),
  dressed: fc.boolean(),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

/** A report with figures off here and there, a cell without any, and a heading that lacks a word. */
function spoiled(style: StyleName, { format, seed, scale, ...options }: Drawn): string {
  const draw = drawFrom(seed)
  const figures = soundFigures(format, draw, scale)
  const addresses = [...figures.keys()]
  for (let count = 0; count < 3; count++) {
    const address = addresses[draw(addresses.length - 1)] as string
    figures.set(address, count === 2 ? null : (figures.get(address) ?? 0) + 1 + draw(20))
  }
  const { text } = writeReport({ format, style, figures, seed, ...options })
  return text.replace('主动公开政府信息情况', '主动公开信息情况')
}

/** What was read, apart from where it stands. */
const readOf = ({ facts, sections, tables }: Report) => [
  facts.organ,
  facts.year,
  sections.map(({ id, titleText }) => [id, titleText]),
  tables.map(({ id, layout, edition, cells, rows }) => [
    [id, layout, edition, rows.map((row) => [row.id, row.unaligned, row.surplus.length])],
    [...cells].map(([key, { raw, state, value }]) => [key, raw, state, value && digitsOf(value)]),
  ]),
]

const nameOf = ({ rule, address, wording }: Finding) => `${rule} ${address} ${JSON.stringify(wording)}`

const markdown = markdownIt({ html: true })
const rendered = (text: string): string =>
  markdown
    .render(text)
    .replace(/<!--.*?-->/g, '')
    .replace(/\s+/g, '')

/** The findings on the lines that a finding's own line has in common with others are silenced with it. */
const lineOf = (text: string, offset: number) => text.slice(0, offset).split(/\r\n|\n/).length

function expectIgnored(text: string, finding: Finding, edit: SpanEdit, alike: (other: Finding) => boolean): void {
  const before = review(text)
  const after = review(applyEdits(text, [edit]))
  expect(readOf(after.report)).toEqual(readOf(before.report))
  expect(after.findings.map(nameOf)).toEqual(before.findings.filter((other) => !alike(other)).map(nameOf))
  expect(after.suppressed).toBe(before.findings.filter(alike).length)
  expect(alike(finding)).toBe(true)
}

/** Layouts whose lines have no place for a comment: the whole text is one line, or code. */
const NOWHERE: readonly StyleName[] = ['gluedFlat', 'tabbedLines']

describe.each(STYLE_NAMES)('ignores in reports written as %s', (style) => {
  test.each(languagesOf(style))('as %s', { timeout: 60_000 }, (language) => {
    let ignored = 0
    fc.assert(
      fc.property(drawn, (options) => {
        const text = spoiled(style, options)
        for (const finding of review(text).findings) {
          const ofRule = (other: Finding) => other.rule === finding.rule
          const inFile = ignoreFile(text, finding.rule)
          expectIgnored(text, finding, inFile, ofRule)
          const inLine = ignoreLine(text, language, finding)
          if (inLine === undefined) continue
          ignored++
          expect(inLine.newText).not.toMatch(options.newline === '\n' ? /\r/ : /(?<!\r)\n/)
          const line = lineOf(text, finding.span.start)
          expectIgnored(text, finding, inLine, (other) => {
            const first = lineOf(text, other.span.start)
            const last = lineOf(text, Math.max(other.span.start, other.span.end - 1))
            return ofRule(other) && first <= line && line <= last
          })
          if (language === 'markdown')
            for (const edit of [inLine, inFile]) expect(rendered(applyEdits(text, [edit]))).toBe(rendered(text))
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 5) },
    )
    expect(ignored).toBeGreaterThan(NOWHERE.includes(style) ? -1 : 4)
  })
})

describe('where a comment goes', () => {
  const at = (marked: string, language: Commented = 'markdown'): string | undefined => {
    const start = marked.indexOf('⟦')
    const text = marked.replace(/[⟦⟧]/g, '')
    const span = { start, end: marked.indexOf('⟧') - 1 }
    const edit = ignoreLine(text, language, {
      rule: 'a/b',
      span,
      wording: { key: '', args: {} },
      related: [],
      fixes: [],
    })
    return edit && applyEdits(text, [edit])
  }
  const NEXT = '<!-- nianbao-disable-next-line a/b -->'
  const LINE = '<!-- nianbao-disable-line a/b -->'

  test.each([
    ['above a paragraph', '前文。\n\n收到⟦14⟧件。\n', `前文。\n\n${NEXT}\n收到14件。\n`],
    ['above a heading', '前文。\n## ⟦二、主动公开⟧', `前文。\n${NEXT}\n## 二、主动公开`],
    ['below a heading', '## 一、总体情况\n收到⟦14⟧件。', `## 一、总体情况\n${NEXT}\n收到14件。`],
    ['at the beginning', '⟦年报⟧', `${NEXT}\n年报`],
    ['behind a line within a paragraph', '前文，\n收到⟦14⟧件，\n后文。', `前文，\n收到14件， ${LINE}\n后文。`],
    ['behind a list item', '\n- 收到⟦14⟧件\n', `\n- 收到14件 ${LINE}\n`],
    ['behind a quotation', '\n> 收到⟦14⟧件\n', `\n> 收到14件 ${LINE}\n`],
    ['before the blanks that break a line', '前文\n收到⟦14⟧件  \n后文', `前文\n收到14件 ${LINE}  \n后文`],
    ['in the last cell of a row', '|a|b|\n|-|-|\n| ⟦14⟧ | 3 |\n', `|a|b|\n|-|-|\n| 14 | 3 ${LINE} |\n`],
    ['in a last cell that is empty', '\n| ⟦14⟧ | |\n', `\n| 14 | ${LINE} |\n`],
    ['behind a row without a closing bar', '\n⟦14⟧ | 3\n', `\n14 | 3 ${LINE}\n`],
    ['behind a bar that is text', '\n⟦14⟧ | 3\\|\n', `\n14 | 3\\| ${LINE}\n`],
    ['with the line end of the text', '前文。\r\n\r\n收到⟦14⟧件。\r\n', `前文。\r\n\r\n${NEXT}\r\n收到14件。\r\n`],
  ])('%s', (_, text, expected) => {
    expect(at(text)).toBe(expected)
  })

  test('above a line of HTML, indented as that is', () => {
    expect(at('<table>\n  <tr><td>⟦14⟧</td></tr>\n</table>', 'html')).toBe(
      `<table>\n  ${NEXT}\n  <tr><td>14</td></tr>\n</table>`,
    )
  })

  test.each(['\n\t⟦14⟧\n', '\n    14\t⟦3⟧\n'])('never into a line that Markdown shows as it is: %j', (text) => {
    expect(at(text)).toBeUndefined()
  })

  test('never into a tag, nor on a line that may be the whole page', () => {
    expect(at('<table>\n<td\n  class="x">⟦14⟧</td>\n</table>', 'html')).toBeUndefined()
    expect(at(`<p>${'字'.repeat(1000)}⟦14⟧</p>`, 'html')).toBeUndefined()
  })

  test.each(['\n', '\r\n'])('for the whole text: at its end', (newline) => {
    const comment = `<!-- nianbao-disable-file a/b -->${newline}`
    expect(applyEdits(`年报${newline}`, [ignoreFile(`年报${newline}`, 'a/b')])).toBe(`年报${newline}${comment}`)
    expect(applyEdits(`年${newline}报`, [ignoreFile(`年${newline}报`, 'a/b')])).toBe(
      `年${newline}报${newline}${comment}`,
    )
  })
})

test('a row of a Markdown table keeps its figures', () => {
  const text = spoiled('pipes', {
    format: CATALOGUE.formats[1] as never,
    seed: 4,
    scale: 300,
    newline: '\n',
    dressed: false,
  })
  const finding = review(text).findings.find(({ address }) => address !== undefined) as Finding
  const edit = ignoreLine(text, 'markdown', finding) as SpanEdit
  const line = applyEdits(text, [edit]).split('\n')[lineOf(text, finding.span.start) - 1]
  expect(line).toContain(sliceOf(text, finding.span))
  expect(line).toMatch(/ <!-- nianbao-disable-line [\w/-]+ --> \|$/)
})
