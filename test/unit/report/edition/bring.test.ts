import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../../server/src/formats/catalogue.ts'
import type { Format } from '../../../../server/src/formats/schema.ts'
import { type Brought, bringToEdition } from '../../../../server/src/report/edition/bring.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import { applyEdits } from '../../../../server/src/text/span.ts'
import type { StyleName } from '../../../generator/layouts/index.ts'
import { coversIn, rowsAround } from '../../../html-table.ts'
import { planted } from '../../rules/planted.ts'

const [FORMER, CURRENT] = CATALOGUE.formats as [Format, Format]

/** What comes of a text, and what is said of each table that changes. */
function brought(text: string, to: Format): { text: string; tables: Brought[] } {
  const tables = bringToEdition(readReport(text), to)
  return {
    text: applyEdits(
      text,
      tables.flatMap(({ edits }) => edits),
    ),
    tables,
  }
}

/** A report whose three rows of （六） or whose single row have these figures by persons, and no others. */
const withOther = (year: number, figures: Readonly<Record<string, number>>, layout: StyleName = 'tabs') => {
  const zeros = [...planted({ year }).figures.keys()].filter((address) => /^requests\/other[./]/.test(address))
  const all = Object.entries(figures).flatMap(([row, value]) => [
    [`requests/${row}/person`, value],
    [`requests/${row}/total`, value],
  ])
  return planted({
    year,
    layout,
    figures: { ...Object.fromEntries(zeros.map((address) => [address, 0])), ...Object.fromEntries(all) },
  }).text
}

const section = (text: string, from: string, to: string) => new RegExp(`${from}[\\s\\S]*?(?=\\s*${to})`).exec(text)?.[0]

const TABLE_OF_2019 = `青禾县人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

下表由司法局汇总。

第二十条第(一)项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
规范性文件\t3\t3\t12
第二十条第(五)项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t23\t-2\t1,874
其他对外管理服务事项\t31\t+2\t962
第二十条第(六)项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政处罚\t415\t-16\t
行政强制\t12\t0\t/
第二十条第(八)项
信息内容\t上一年项目数量\t本年增/减
行政事业性收费\t2\t0
第二十条第(九)项
信息内容\t采购项目数量\t采购总金额
政府集中采购\t27\t1105.3万元
注：采购数据由财政局提供。

三、收到和处理政府信息公开申请情况
`

describe('a table of 2019 in the form of 2021', () => {
  const { text, tables } = brought(TABLE_OF_2019, CURRENT)

  test('figures that mean the same move, the others are noted below, and all other text stays', () => {
    expect(text).toBe(`青禾县人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

下表由司法局汇总。

第二十条第(一)项\t\t\t
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t\t\t
行政规范性文件\t\t\t
第二十条第(五)项\t\t\t
信息内容\t本年处理决定数量\t\t
行政许可\t1,874\t\t
第二十条第(六)项\t\t\t
信息内容\t本年处理决定数量\t\t
行政处罚\t\t\t
行政强制\t/\t\t
第二十条第(八)项\t\t\t
信息内容\t本年收费金额(单位：万元)\t\t
行政事业性收费\t\t\t

（注：原2019版表格的下列数据在2021版表格中没有对应栏目，暂记于此：${[
      '“规章”的“本年新制作数量”为0，“本年新公开数量”为0，“对外公开总数量”为0',
      '“规范性文件”的“本年新制作数量”为3，“本年新公开数量”为3，“对外公开总数量”为12',
      '“行政许可”的“上一年项目数量”为23，“本年增/减”为-2',
      '“其他对外管理服务事项”的“上一年项目数量”为31，“本年增/减”为+2，“处理决定数量”为962',
      '“行政处罚”的“上一年项目数量”为415，“本年增/减”为-16',
      '“行政强制”的“上一年项目数量”为12，“本年增/减”为0',
      '“行政事业性收费”的“上一年项目数量”为2，“本年增/减”为0',
      '“政府集中采购”的“采购项目数量”为27，“采购总金额”为1105.3万元',
    ].join('；')}。）
注：采购数据由财政局提供。

三、收到和处理政府信息公开申请情况
`)
  })

  test('says what moved where, what is kept, and what is open', () => {
    const [table] = tables
    expect(tables).toHaveLength(1)
    expect(table?.moved).toEqual([
      {
        from: { address: 'proactive/licensing/decisions', row: '行政许可', column: '处理决定数量' },
        to: { address: 'proactive/licensing/decisions', row: '行政许可', column: '本年处理决定数量' },
        figure: '1,874',
      },
      {
        from: { address: 'proactive/coercion/decisions', row: '行政强制', column: '处理决定数量' },
        to: { address: 'proactive/coercion/decisions', row: '行政强制', column: '本年处理决定数量' },
        figure: '/',
      },
    ])
    expect(table?.kept).toHaveLength(19)
    // A cell that was blank before is no more open than it was.
    expect(table?.open.map(({ address }) => address)).toEqual([
      'proactive/governmentRules/issued',
      'proactive/governmentRules/repealed',
      'proactive/governmentRules/inForce',
      'proactive/normativeDocuments/issued',
      'proactive/normativeDocuments/repealed',
      'proactive/normativeDocuments/inForce',
      'proactive/fees/amount',
    ])
  })

  test('and is then in that form', () => {
    expect(brought(text, CURRENT)).toEqual({ text, tables: [] })
  })

  test('the notes of two ways stand below each other: nothing is lost on the way back', () => {
    const back = brought(text, FORMER).text
    for (const figure of ['415', '-16', '1105.3万元', '1,874', '962']) expect(back).toContain(figure)
    expect(readReport(back).tables[0]?.cells.get('licensing/decisions')?.raw).toBe('1,874')
  })
})

describe('the single row of 2019 as three rows', () => {
  test('its figures go to 3.其他; the others are 0, which a person confirms where there was a figure', () => {
    const { text, tables } = brought(withOther(2020, { other: 4 }), CURRENT)
    const [, requests] = tables
    expect(requests).toMatchObject({ scope: 'rows', kept: [], open: [] })
    expect(requests?.moved[0]).toMatchObject({
      from: { address: 'requests/other/person' },
      to: { address: 'requests/other.other/person', row: '3.其他', column: '自然人' },
      figure: '4',
    })
    expect(requests?.presumed.map(({ address }) => address)).toEqual([
      'requests/other.notCorrected/person',
      'requests/other.notCorrected/total',
      'requests/other.feeUnpaid/person',
      'requests/other.feeUnpaid/total',
    ])
    expect(section(text, '（六）其他', '（七）')).toBe(
      [
        '（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0',
        '\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0',
        '\t\t3.其他\t4\t0\t0\t0\t0\t0\t4',
      ].join('\n'),
    )
  })

  test('a 0 leaves nothing to confirm, and a blank stays blank in each', () => {
    const zero = withOther(2020, {})
    expect(brought(zero, CURRENT).tables[1]?.presumed).toEqual([])
    const blank = zero.replace(/(（六）其他处理\t\t)0\t/, '$1\t')
    const { tables, text } = brought(blank, CURRENT)
    expect(tables[1]?.open.map(({ address }) => address)).toEqual([
      'requests/other.notCorrected/person',
      'requests/other.feeUnpaid/person',
    ])
    expect(text).toContain('\t3.其他\t\t0\t0')
  })
})

describe('the three rows of 2021 as one', () => {
  test.each(['other.notCorrected', 'other.feeUnpaid', 'other.other'])(
    'where all but %s are 0, it has its figures',
    (row) => {
      const { text, tables } = brought(withOther(2023, { [row]: 4 }), FORMER)
      const [, requests] = tables
      expect(requests).toMatchObject({ scope: 'rows', kept: [], open: [], presumed: [] })
      expect(requests?.moved).toHaveLength(21)
      expect(section(text, '（六）其他', '（七）')).toBe('（六）其他处理\t\t4\t0\t0\t0\t0\t0\t4')
    },
  )

  test('to add figures up is for a person: the row is left blank, and all of them are noted', () => {
    const { text, tables } = brought(withOther(2023, { 'other.notCorrected': 4, 'other.other': 2 }), FORMER)
    const [, requests] = tables
    expect(requests).toMatchObject({ scope: 'rows', moved: [] })
    expect(requests?.kept).toHaveLength(21)
    expect(requests?.open).toHaveLength(7)
    expect(text).toContain('\t（六）其他处理\t\t\t\t\t\t\t\t\n')
    expect(text).toMatch(
      /四、结转下年度继续办理[\t\d]*\n\n（注：原2021版.*逾期不补正.*“自然人”为4，.*“3.其他”的“自然人”为2，/,
    )
  })
})

describe('the manner of the text', () => {
  test('brackets, and the space after a number', () => {
    const text = withOther(2023, { 'other.other': 2 })
      .replace(/^(\t\t|.*\t)(\d)\./gm, '$1$2. ')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
    const former = brought(text, FORMER).text
    expect(section(former, '\\(六\\)其他', '\\(七\\)')).toBe('(六)其他处理\t\t2\t0\t0\t0\t0\t0\t2')
    expect(former).toContain('第二十条第(九)项\n')
    expect(section(brought(former, CURRENT).text, '\\(六\\)其他', '\\(七\\)')).toMatch(
      /\t2\. 申请人逾期.*\n\t\t3\. 其他\t2/,
    )
  })

  test('line ends', () => {
    const text = TABLE_OF_2019.replaceAll('\n', '\r\n')
    expect(brought(text, CURRENT).text).toBe(brought(TABLE_OF_2019, CURRENT).text.replaceAll('\n', '\r\n'))
  })

  test('cells of HTML, with their tags', () => {
    const html = `<h1>青禾县人民政府2023年政府信息公开工作年度报告</h1>
<TABLE class="t"><TBODY><TR height="20"><TD align="center"><P>信息内容</P></TD><TD><P>本年新制作数量</P></TD><TD><P>本年新公开数量</P></TD><TD><P>对外公开总数量</P></TD></TR>
<TR height="20"><TD align="center"><P>规章</P></TD><TD align="center"><P>1</P></TD><TD><P>1</P></TD><TD><P>5</P></TD></TR>
<TR height="20"><TD align="center"><P>规范性文件</P></TD><TD><P>0</P></TD><TD><P>0</P></TD><TD><P>2</P></TD></TR>
</TBODY></TABLE><p>以上数据截至年底。</p>`
    const { text } = brought(html, CURRENT)
    expect(text).toContain(
      '<TR height="20"><TD align="center"><P>行政许可</P></TD><TD colspan="3" align="center"><P></P></TD></TR>',
    )
    expect(text).toMatch(/<\/TR>\n<\/TBODY><\/TABLE>\n<p>（注：.*为2。）<\/p><p>以上数据截至年底。<\/p>$/)
    expect(
      coversIn(text)
        .flat()
        .every((covers) => covers === 1),
    ).toBe(true)
  })

  test.each(['html', 'htmlInMarkdown', 'htmlPage'] as const)(
    'merged cells cover the rows that came or went, as %s',
    (layout) => {
      for (const [year, to, row] of [
        [2020, CURRENT, 'other'],
        [2023, FORMER, 'other.feeUnpaid'],
      ] as const) {
        const { text } = brought(withOther(year, { [row]: 3 }, layout), to)
        const rows = coversIn(rowsAround(text, readReport(text).tables[1]?.span ?? { start: 0, end: 0 }))
        expect(rows).toHaveLength(3 + (to === CURRENT ? 25 : 23))
        expect(rows).toEqual(rows.map(() => Array(10).fill(1)))
      }
    },
  )

  test('Markdown that leaves covered cells empty', () => {
    const text = TABLE_OF_2019.replace(/^.*\t.*$/gm, (line) => `| ${line.split('\t').join(' | ')} |`).replace(
      '第二十条第(一)项\n',
      '| 第二十条第(一)项 | | | |\n| :-- | :-- | :-- | :-- |\n',
    )
    expect(brought(text, CURRENT).text).toContain(
      '| 第二十条第(一)项 |  |  |  |\n| :-- | :-- | :-- | :-- |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n',
    )
  })
})

describe('a table is left as it is, and why is said', () => {
  const refused = (text: string, to = CURRENT) => {
    const result = brought(text, to)
    expect(result.text).toBe(text)
    return result.tables.map(({ obstacle, moved, kept, open, presumed }) => {
      expect([...moved, ...kept, ...open, ...presumed]).toEqual([])
      return obstacle
    })
  }

  test('where figures of a row could not be told apart', () => {
    expect(refused(TABLE_OF_2019.replace('415\t-16\t', '415 -16 7\t'))).toEqual([
      { kind: 'unaligned', rows: ['行政处罚'] },
    ])
  })

  test.each([
    ['a row of the author’s own', '规范性文件\t3\t3\t12\n', '规范性文件\t3\t3\t12\n其他文件\t8\t8\t40\n', '8'],
    ['a row that comes twice', '行政强制\t12\t0\t/\n', '行政强制\t12\t0\t/\n行政强制\t13\t0\t/\n', '13'],
    ['a remark', '规章\t0\t0\t0\n', '规章\t0\t0\t0\n本单位没有制定规章的权限\n', '本单位没有制定规章的权限'],
  ])('where it holds %s', (_, old, now, stray) => {
    expect(refused(TABLE_OF_2019.replace(old, now))).toEqual([{ kind: 'stray', text: stray }])
  })

  test('where other words stand on its lines', () => {
    expect(refused(TABLE_OF_2019.replace('1105.3万元\n', '1105.3万元\t见附件\n'))).toEqual([{ kind: 'extent' }])
  })

  test('where a row without its label stands among those that would become one', () => {
    const text = withOther(2023, { 'other.feeUnpaid': 21, 'other.other': 3 }).replace(/\t2\.申请人逾期[^\t]*\t/, '\t\t')
    const [, requests] = brought(text, FORMER).tables
    expect(requests).toMatchObject({ edits: [], obstacle: { kind: 'stray', text: '21' } })
  })
})

test('a report in the edition, and a text that is no report, have nothing to change', () => {
  expect(brought(planted({ year: 2023 }).text, CURRENT).tables).toEqual([])
  expect(brought(planted({ year: 2019 }).text, FORMER).tables).toEqual([])
  expect(brought('会议通知\n', FORMER).tables).toEqual([])
})
