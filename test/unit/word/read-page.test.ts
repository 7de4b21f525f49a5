import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { readPage } from '../../../server/src/word/read/read-page.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { writeReport } from '../../generator/report.ts'

const cellsOf = (text: string) =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) => [...cells].map(([key, { raw }]) => [`${id}/${key}`, raw])),
  )

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))(
  'a page of the edition of %s',
  (_, format) => {
    test.each([1, 2, 3, 4, 5, 6, 7, 8])('has the same cells and sections as Markdown, habits %i', (seed) => {
      for (const style of ['html', 'htmlPage'] as const) {
        const figures = soundFigures(format, drawFrom(seed))
        const page = writeReport({ format, style, figures, seed, dressed: true })
        const { text } = readPage(page.text)
        expect(cellsOf(text)).toEqual(
          Object.fromEntries([...figures].map(([address, figure]) => [address, `${figure}`])),
        )
        expect(text.match(/^\| --- \|/gm)).toHaveLength(3)
        const ids = (source: string) => readReport(source).sections.map(({ id }) => id)
        expect(ids(text)).toEqual(ids(page.text))
      }
    })
  },
)

test('nobody reads scripts, and blanks are one', () => {
  const page =
    '<html><head><title>站名</title><style>p{}</style></head><body><script>var a</script><p>　&nbsp;甲\n  乙<br>丙</p></body>'
  expect(readPage(page).text).toBe('甲 乙\n\n丙\n')
})

test('lists, and links within a sentence', () => {
  const page =
    '<ul><li>甲<li>乙</ul><ol start=3><li>丙</ol><p>见<a href="https://example.org/a">附件</a>。</p><p><a href="https://example.org">首页</a></p><p>网址：<a href="http://example.org/">example.org</a></p>'
  expect(readPage(page).text).toBe(
    '• 甲\n\n• 乙\n\n3. 丙\n\n见附件（https://example.org/a）。\n\n首页\n\n网址：example.org\n',
  )
})

test('pictures that say what they show leave a mark and are listed', () => {
  const page = '<p>上</p><img src="a.png" alt="一图读懂"><img src="line.gif"><p>下</p>'
  expect(readPage(page)).toEqual({
    text: '上\n\n<!-- 图片：一图读懂 -->\n\n下\n',
    kept: [],
    left: [{ key: 'word/pictures', args: { count: 1 } }],
  })
})
