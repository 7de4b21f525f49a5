import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { richTables } from '../../../server/src/word/write/rich-tables.ts'
import { writeWord } from '../../../server/src/word/write/write-word.ts'
import { coversIn } from '../../html-table.ts'
import { planted } from '../rules/planted.ts'

async function documentOf(text: string) {
  const bytes = (await writeWord(text, 'markdown'))?.bytes ?? new Uint8Array()
  return new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
}

/** The paragraph that holds some words. */
const paragraph = (xml: string, words: string) => xml.split('<w:p>').find((one) => one.includes(`>${words}<`)) ?? ''
const cell = (xml: string, words: string) => xml.split('<w:tc>').find((one) => one.includes(`>${words}<`)) ?? ''

const { text, figures } = planted({ year: 2023, layout: 'pipes' })

test('A4, and the type of official documents', async () => {
  const xml = await documentOf(text)
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(paragraph(xml, '2023年政府信息公开工作年度报告')).toMatch(
    /w:eastAsia="方正小标宋简体"[\s\S]*<w:sz w:val="44"\/>/,
  )
  expect(paragraph(xml, '一、总体情况')).toMatch(/w:eastAsia="黑体"[\s\S]*<w:sz w:val="32"\/>/)
  expect(xml.split('<w:p>').find((one) => one.includes('（一）主动公开。'))).toMatch(
    /<w:ind w:firstLine="640"\/>[\s\S]*w:eastAsia="仿宋"[\s\S]*<w:sz w:val="32"\/>/,
  )
})

test('subheadings on lines of their own are in 楷体, the signature stands to the right', async () => {
  const xml = await documentOf(
    `${text.replace('（一）主动公开。', '（一）主动公开\n\n')}\n\n青禾县人民政府\n\n2024年1月20日\n`,
  )
  expect(paragraph(xml, '（一）主动公开')).toContain('w:eastAsia="楷体"')
  for (const line of ['青禾县人民政府', '2024年1月20日'])
    expect(xml.split('<w:p>').findLast((one) => one.includes(`>${line}<`))).toContain('<w:jc w:val="right"/>')
})

test('tables have the merged cells, borders and widths of the form', async () => {
  const xml = await documentOf(text)
  const [proactive = '', requests = '', remedies = ''] = xml.split('<w:tbl>').slice(1)
  const widths = (table: string) => [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
  expect([proactive, requests, remedies].map((table) => widths(table).length)).toEqual([4, 10, 15])
  for (const table of [proactive, requests, remedies]) {
    const all = widths(table).reduce((sum, width) => sum + width, 0)
    expect(all).toBeGreaterThan(8800)
    expect(all).toBeLessThanOrEqual(8844)
    expect(table).toContain('<w:insideH w:val="single"')
  }
  expect(new Set(widths(proactive)).size).toBe(1)
  expect(new Set(widths(requests).slice(3)).size).toBe(1)
  expect(cell(requests, '三、本年度办理结果')).toMatch(
    /<w:vMerge w:val="restart"\/>[\s\S]*<w:textDirection w:val="tbRl/,
  )
  expect(cell(requests, '法人或其他组织')).toContain('<w:gridSpan w:val="5"/>')
  expect(cell(requests, '（七）总计')).toContain('<w:gridSpan w:val="2"/>')
  expect(cell(remedies, '行政诉讼')).toContain('<w:gridSpan w:val="10"/>')
  // Its heads stand on the next page as well; those of a table with several blocks would mislead there.
  expect(requests.match(/<w:tblHeader\/>/g)).toHaveLength(3)
  expect(proactive.includes('<w:tblHeader')).toBe(false)
})

test('figures too long for their column are set smaller', async () => {
  const xml =
    (await documentOf(planted({ year: 2023, layout: 'pipes', scale: 900_000 }).text)).split('<w:tbl>')[2] ?? ''
  const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"\/>(?:(?!<w:sz )[\s\S])*?<w:t[^>]*>(\d{6,})</g)].map(([, size]) =>
    Number(size),
  )
  expect(sizes.length).toBeGreaterThan(5)
  expect(Math.max(...sizes)).toBeLessThan(21)
})

test('for the clipboard, all that word processors need is in the tags', () => {
  const { tables, remarks } = richTables(text)
  expect(remarks).toEqual([])
  expect(tables.map(({ title }) => title)).toEqual([
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ])
  expect(tables.map(({ html }) => coversIn(html)[0]?.length)).toEqual([4, 10, 15])
  for (const { html, plain } of tables) {
    expect(new Set(coversIn(html).flat())).toEqual(new Set([1]))
    expect(html.match(/<td[^>]*>/g)?.every((tag) => /style="width:[\d.]+pt;border:/.test(tag))).toBe(true)
    expect(plain).toContain('\t')
  }
  const total = figures.get('requests/total/total')
  expect(tables[1]?.html).toContain(`>${total}</td>`)
})
