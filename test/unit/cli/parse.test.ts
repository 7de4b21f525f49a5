import { expect, test } from 'vitest'
import { parse } from '../../../server/src/cli/parse.ts'
import { SEPARATED } from '../../generator/render.ts'
import { planted } from '../rules/planted.ts'
import { parseOutput } from './contract.ts'
import { type FakeHost, fakeHost } from './fake-host.ts'

const parsed = async (host: FakeHost, paths: readonly string[]) => {
  const status = await parse(host, paths, '<stdin>', 'zh-CN')
  return { status, ...parseOutput.parse(JSON.parse(host.printed())) }
}

test.each(SEPARATED)('everything that is read has the shape of the contract, as %s', async (layout) => {
  const { text, figures } = planted({ layout })
  const { status, files } = await parsed(fakeHost({ 'a.txt': text }), ['a.txt'])
  expect(status).toBe(0)
  const [file] = files
  expect(file).toMatchObject({ isReport: true, organ: '青禾县人民政府', year: 2023, edition: '2021' })
  expect(file?.sections.map(({ id, title }) => [id, title])).toContainEqual(['overview', '一、总体情况'])
  expect(file?.tables.map((table) => table.layout)).toEqual([layout, layout, layout])
  const lines = text.split('\n')
  const cells = file?.tables.flatMap((table) => table.cells) ?? []
  expect(Object.fromEntries(cells.map(({ address, value }) => [address, value]))).toEqual(Object.fromEntries(figures))
  for (const { raw, range } of cells)
    expect(lines[range.start.line]?.slice(range.start.character, range.end.character)).toBe(raw)
})

test('cells that hold no number have no value, and an unaligned row has no cells', async () => {
  const { text } = planted({ figures: { 'requests/granted/person': 4711 } })
  const odd = text.replace('\t4711\t', '\t\t').replace(/^(.*重复申请\t)(\d+)\t(\d+)\t/m, '$1$2 $3\t')
  const { files } = await parsed(fakeHost({ 'a.txt': odd }), ['a.txt'])
  const requests = files[0]?.tables.find(({ id }) => id === 'requests')
  const blank = requests?.cells.find(({ address }) => address === 'requests/granted/person')
  expect(blank).toMatchObject({ raw: '', value: null, state: 'blank' })
  expect(blank?.range.start).toEqual(blank?.range.end)
  expect(requests?.unaligned).toMatchObject([{ row: 'requests/notProcessed.duplicate' }])
  expect(requests?.cells.filter(({ address }) => address.includes('duplicate'))).toEqual([])
})

test('a text of another kind is listed as none', async () => {
  const { files } = await parsed(fakeHost({ '-': '会议通知\n' }), ['-'])
  const nothing = { organ: null, year: null, edition: null, sections: [], tables: [] }
  expect(files).toEqual([{ path: '<stdin>', isReport: false, ...nothing }])
})

test('what cannot be read is named, and the others are read', async () => {
  const host = fakeHost({ 'a.txt': new Error('EIO'), 'b.txt': planted().text })
  expect(await parsed(host, ['a.txt', 'b.txt', 'c.txt'])).toMatchObject({ status: 2, files: [{ path: 'b.txt' }] })
  expect(host.errors).toEqual(['没有这个文件或匹配的文件：c.txt', '读不了 a.txt：EIO'])
})
