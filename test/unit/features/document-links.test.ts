import { expect, test } from 'vitest'
import { documentLinks } from '../../../server/src/features/document-links.ts'
import { CATALOGUE, newest } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'
import { report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

const RULES = 'file:///rules'
const LAW = newest(CATALOGUE).statute?.page as string
const OWN = `${RULES}/format/notice.md`

/** The report with another preamble. */
const withPreamble = (words: string) =>
  report('tabs').replace('本报告依据《中华人民共和国政府信息公开条例》编写', words)

function linksIn(text: string, { rulePages = RULES, catalogue = CATALOGUE } = {}) {
  const document = documentOf(text)
  const made = review(text, { catalogue })
  return documentLinks(made, document, { language: 'zh-CN', rulePages: rulePages || undefined }).map(
    ({ range, target, tooltip }) => ({
      words: document.getText(range),
      target,
      tooltip,
    }),
  )
}

test('the law and its decree lead to the official page, a notice to what we say of notices', () => {
  const { text, spans } = marked(
    withPreamble('根据《⟦中华人民共和国政府信息公开条例⟧》（⟦国务院令第711号⟧）和⟦国办公开办函〔2021〕30号⟧编写'),
  )
  expect(linksIn(text)).toEqual(
    [LAW, LAW, OWN].map((target, index) => ({
      words: text.slice(spans[index]?.start, spans[index]?.end),
      target,
      tooltip: expect.stringContaining(index < 2 ? '711' : '国办公开办函〔2021〕30号'),
    })),
  )
  expect(LAW).toMatch(/^https:\/\/www\.gov\.cn\//)
})

test('a notice is linked by its title too, and however its number is damaged', () => {
  const title = newest(CATALOGUE).notice.title
  expect(linksIn(withPreamble(`根据《${title}》编写`)).map(({ words }) => words)).toEqual([title])
  expect(linksIn(withPreamble('根据国办公开办函[2021]30号编写')).map(({ words }) => words)).toEqual([
    '国办公开办函[2021]30号',
  ])
})

test('another decree and a notice of somebody else are not linked', () => {
  const links = linksIn(
    withPreamble('根据《中华人民共和国政府信息公开条例》（国务院令第492号）和青政办〔2023〕8号编写'),
  )
  expect(links.map(({ words }) => words)).toEqual(['中华人民共和国政府信息公开条例'])
})

test('without rule pages a notice has no link', () => {
  expect(linksIn(withPreamble('根据国办公开办函〔2021〕30号编写'), { rulePages: '' })).toEqual([])
})

test('a pack may say where a notice is published', () => {
  const page = 'https://www.example.cn/notice.html'
  const { notice, kind, id } = newest(CATALOGUE)
  const { formats, problems } = parseFormatPack(
    JSON.stringify({ formats: [{ kind, extends: id, notice: { ...notice, page } }] }),
  )
  expect(problems).toEqual([])
  const links = linksIn(withPreamble(`根据${notice.number}编写`), { catalogue: withPacks(CATALOGUE, [{ formats }]) })
  expect(links).toEqual([{ words: notice.number, target: page, tooltip: `打开 ${notice.number}` }])
})

test.each(['javascript:alert(1)', 'file:///etc', 'https://a b'])('%s is no page', (page) => {
  const { notice, kind, id } = newest(CATALOGUE)
  const entry = { kind, extends: id, notice: { ...notice, page } }
  expect(parseFormatPack(JSON.stringify({ formats: [entry] })).problems).toHaveLength(1)
})
