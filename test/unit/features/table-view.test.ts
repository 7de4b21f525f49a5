import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { ShownCell, ShownFigure, ShownTables } from '../../../server/src/features/table-view/model.ts'
import { tablesPage } from '../../../server/src/features/table-view/page.ts'
import { shownTables } from '../../../server/src/features/table-view/tables.ts'
import { writeFigure } from '../../../server/src/features/table-view/write-figure.ts'
import { CATALOGUE } from '../../../server/src/formats/catalogue.ts'
import type { Format } from '../../../server/src/formats/schema.ts'
import { review } from '../../../server/src/review/review.ts'
import { DAMAGES } from '../../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, STYLES } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { NOTICE, report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

const FORM = { language: 'zh-CN', rulePages: undefined, versionedEdits: false } as const

const shown = (text: string, saved?: string) =>
  shownTables(review(text), documentOf(text), 'zh-CN', saved === undefined ? undefined : review(saved))

const isFigure = (cell: ShownCell): cell is ShownFigure => cell.kind === 'figure'
const figuresIn = ({ tables }: ShownTables) =>
  tables.flatMap(({ rows, others }) => [...rows.flat().filter(isFigure), ...others])
const figure = (tables: ShownTables, address: string) =>
  figuresIn(tables).find((one) => one.address === address) as ShownFigure

/** What a text is after something was typed in a cell. */
function typed(text: string, address: string, words: string): string {
  const document = documentOf(text)
  const { edit } = writeFigure(review(text), document, address, words, FORM)
  const edits = Object.values((edit as WorkspaceEdit | undefined)?.changes ?? {}).flat() as TextEdit[]
  return TextDocument.applyEdits(document, edits)
}

const TABS = report('tabs')
const SLIP = report('tabs', { 'received/total': 71 })

describe('a sound report', () => {
  const tables = shown(TABS)

  test('has its three tables, each as the form prints it', () => {
    expect(tables).toMatchObject({ text: 'live', isReport: true, version: 7, remarks: [] })
    expect(tables.title).toBe('青禾县人民政府2023年政府信息公开工作年度报告')
    expect(tables.tables.map(({ title, summary, isWrong }) => [title, summary, isWrong])).toEqual([
      ['主动公开政府信息情况', '2021 版格式', false],
      ['收到和处理政府信息公开申请情况', '2021 版格式 · 勾稽关系 39 条：全部成立', false],
      ['政府信息公开行政复议、行政诉讼情况', '2021 版格式 · 勾稽关系 3 条：全部成立', false],
    ])
  })

  test('covers every place of a grid once, merged cells and all', () => {
    for (const { rows } of tables.tables) {
      const places = rows
        .flat()
        .flatMap(({ row, column, rows: down, columns: across }) =>
          Array.from({ length: down * across }, (_, n) => `${row + Math.floor(n / across)}:${column + (n % across)}`),
        )
      expect(new Set(places).size).toBe(places.length)
      const width = Math.max(...rows.flat().map(({ column, columns }) => column + columns))
      expect(places.length).toBe(rows.length * width)
    }
  })

  test('tells heads of columns from those of rows', () => {
    const labels = tables.tables[1]?.rows.flat().filter((cell) => cell.kind === 'label') ?? []
    const heads = (text: string) => labels.find((label) => label.text === text)
    expect(heads('自然人')).toMatchObject({ heads: 'column', rows: 2, columns: 1 })
    expect(heads('三、本年度办理结果')).toMatchObject({ heads: 'row', rows: 22, columns: 1 })
    expect(heads('（七）总计')).toMatchObject({ heads: 'row', rows: 1, columns: 2 })
  })

  test('has each figure with its place and its names', () => {
    const document = documentOf(TABS)
    for (const one of figuresIn(tables))
      expect([one.address, document.getText(one.range)]).toEqual([one.address, one.text])
    expect(figure(tables, 'requests/granted/person')).toMatchObject({
      name: '（一）予以公开·自然人',
      figure: '9',
      state: 'number',
      isTotal: false,
      isThere: true,
      spoken: '（一）予以公开·自然人：9',
    })
    expect(figure(tables, 'requests/total/total').isTotal).toBe(true)
  })
})

describe('what is told of a cell', () => {
  test('a wrong figure, and what it should be', () => {
    const tables = shown(SLIP)
    expect(tables.tables[1]?.isWrong).toBe(true)
    const wrong = figuresIn(tables).filter(({ finding }) => finding)
    expect(wrong.map(({ address }) => address)).toEqual(['requests/received/total'])
    expect(wrong[0]).toMatchObject({ finding: { severity: 'error' }, expected: { text: '17', isCertain: true } })
    expect(wrong[0]?.spoken).toBe('一、本年新收政府信息公开申请数量·总计：71 应为 17。')
    expect(wrong[0]?.finding?.message).toMatch(/^“一、本年新收/)
  })

  test('a blank, and what the sums say that it holds', () => {
    const tables = shown(TABS.replace('予以公开\t\t9\t', '予以公开\t\t\t'))
    expect(figure(tables, 'requests/granted/person')).toMatchObject({
      state: 'blank',
      isThere: true,
      expected: { text: '9', isCertain: true },
      spoken: '（一）予以公开·自然人：空白 应为 9。',
    })
  })

  test('a row that could not be told apart by column, and one that the text does not have', () => {
    const text = SLIP.replace(/.*7\.属于行政执法案卷.*\n/, '').replace(
      /(8\.属于行政查询事项)(?:\t\d+){7}/,
      '$1\t0\t3\t0\t9',
    )
    const tables = shown(text)
    const unaligned = figure(tables, 'requests/refused.inquiry/person')
    expect(unaligned).toMatchObject({ state: 'unaligned', isThere: false, text: '' })
    expect(documentOf(text).getText(unaligned.range)).toBe('8.属于行政查询事项')
    expect(unaligned.spoken).toBe('8.属于行政查询事项·自然人：这一行的数对不上列')
    expect(figure(tables, 'requests/refused.caseFile/person')).toMatchObject({ state: 'missing', isThere: false })
    expect(tables.tables[1]?.remarks.map(({ message }) => message)).toEqual([
      expect.stringContaining('7.属于行政执法案卷'),
      expect.stringContaining('8.属于行政查询事项'),
    ])
  })

  test('figures that the form of the table has no place for', () => {
    const rows = TABS.replace(/(3\.其他(?:\t\d+){7}\n)/, '$1\t\t（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n')
    const old = TABS.replace('行政许可\t4120\t\t', '其他对外管理服务事项\t3\t1\t22')
    for (const text of [rows, old]) {
      const { tables } = shown(text)
      const read = review(text).report.tables
      for (const { id, rows: printed, others } of tables) {
        const all = [...printed.flat().filter(isFigure), ...others].filter(({ isThere }) => isThere)
        expect(all.map(({ address }) => address).sort()).toEqual(
          [...(read.find((table) => table.id === id)?.cells.keys() ?? [])].map((key) => `${id}/${key}`).sort(),
        )
      }
    }
    expect(shown(old).tables[0]?.others.map(({ name, text }) => `${name} ${text}`)).toEqual([
      '其他对外管理服务事项·上一年项目数量 3',
      '其他对外管理服务事项·本年增/减 1',
      '其他对外管理服务事项·处理决定数量 22',
    ])
  })

  test('a table that is missing', () => {
    const text = TABS.replace(/行政复议\t[\s\S]*?\n\n/, '')
    expect(shown(text).remarks.map(({ message }) => message)).toEqual([
      '没有读到“政府信息公开行政复议、行政诉讼情况”表。',
    ])
  })
})

test('a text that is no report has no tables', () => {
  expect(shown(NOTICE)).toMatchObject({ isReport: false, tables: [], remarks: [] })
})

describe('the text as it was last saved', () => {
  const tables = shown(SLIP, TABS)

  test('gives the figures, and those of the document where they differ', () => {
    expect(tables.text).toBe('saved')
    const changed = figuresIn(tables).filter(({ other }) => other !== undefined)
    expect(changed).toMatchObject([
      {
        address: 'requests/received/total',
        text: '17',
        other: '71',
        spoken: expect.stringContaining('现在的文字里是 71。'),
      },
    ])
    expect(tables.tables[1]?.isWrong).toBe(false)
  })

  test('is not written to, and its cells lead to where they are in the document', () => {
    expect(figuresIn(tables).some(({ isThere }) => isThere)).toBe(false)
    expect(documentOf(SLIP).getText(figure(tables, 'requests/received/total').range)).toBe('71')
    const longer = `\n\n${SLIP}`
    expect(documentOf(longer).getText(figure(shown(longer, TABS), 'requests/received/total').range)).toBe('71')
  })
})

describe('a page to print', () => {
  test('has every table, what is wrong marked, and neither scripts nor addresses', () => {
    const { html, name } = tablesPage(review(SLIP), 'zh-CN')
    expect(name).toBe('青禾县人民政府2023年政府信息公开工作年度报告（统计表）.html')
    expect(html.match(/<table class="form">/g)).toHaveLength(3)
    expect(html).toContain('<mark>71</mark> <ins>17</ins>')
    expect(html).toMatch(/@page \{ size: A4/)
    expect(html).not.toMatch(/<script|https?:|\son\w+=/)
  })

  test('says that there is nothing to print', () => {
    expect(tablesPage(review(NOTICE), 'en').html).toContain('This file is no annual report')
  })
})

const addressesOf = (format: Format) =>
  format.tables.flatMap((table) =>
    table.blocks.flatMap(({ rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => `${table.id}/${row.id}/${column.id}`)),
    ),
  )

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('edition %s', (_, format) => {
  describe.each(STYLE_NAMES.filter((style) => style !== 'absent'))('as %s', (style) => {
    const written = (seed: number) =>
      writeReport({ format, style, figures: soundFigures(format, drawFrom(seed), 300), seed })

    test.each([1, 2, 3])(
      'every cell of the form is shown, with its figure or why there is none; dialect %s',
      (seed) => {
        const { text, figures } = written(seed)
        const tables = shown(text)
        const cells = figuresIn(tables)
        expect(cells.map(({ address }) => address).sort()).toEqual(addressesOf(format).sort())
        const document = documentOf(text)
        for (const { address, state, range, isThere, text: words } of cells) {
          if (state === 'unaligned') continue
          const there = figures.get(address)?.span
          expect([address, document.offsetAt(range.start), state, isThere]).toEqual([
            address,
            there?.start,
            'number',
            true,
          ])
          expect(words).not.toBe('')
        }
        if (STYLES[style].separates) expect(cells.filter(({ state }) => state === 'unaligned')).toEqual([])
      },
    )

    test('a wrong figure is marked, what it should be is written there, and then nothing is wrong', () => {
      const address = 'requests/total/person'
      const figures = soundFigures(format, drawFrom(5), 300)
      const sound = writeReport({ format, style, figures, seed: 4 })
      const right = figures.get(address) ?? 0
      figures.set(address, right + 900)
      const { text } = writeReport({ format, style, figures, seed: 4 })
      const wrong = figure(shown(text), address)
      if (!STYLES[style].separates && wrong.state === 'unaligned') return
      expect([wrong.expected?.text, wrong.expected?.isCertain]).toEqual([String(right), true])
      const mended = typed(text, address, wrong.expected?.text ?? '')
      expect(review(mended).findings.filter(({ rule }) => rule.startsWith('arithmetic/'))).toEqual([])
      if (STYLES[style].layouts[0] !== 'spaces') expect(mended).toBe(sound.text)
    })
  })
})

test.each(DAMAGES.map((damage, index) => [index, damage] as const))(
  'a broken table is shown as far as it was read: damage %s',
  (index, damage) => {
    const format = CATALOGUE.formats[index % CATALOGUE.formats.length] as Format
    for (const style of ['tabs', 'html', 'pdf', 'lines'] as const) {
      const figures = soundFigures(format, drawFrom(index + 1), 300)
      const { text } = writeReport({ format, style, figures, seed: index + 1, damages: [damage], dressed: true })
      const reviewed = review(text)
      const tables = shownTables(reviewed, documentOf(text), 'zh-CN')
      expect(tables.tables.map(({ id }) => id)).toEqual(reviewed.report.tables.map(({ id }) => id))
      const cells = figuresIn(tables)
      expect(new Set(cells.map(({ address }) => address)).size).toBe(cells.length)
      const read = reviewed.report.tables.flatMap((table) => [...table.cells.keys()].map((key) => `${table.id}/${key}`))
      const there = cells.filter(({ state }) => state !== 'missing' && state !== 'unaligned')
      expect(there.map(({ address }) => address).sort()).toEqual(read.sort())
    }
  },
)
