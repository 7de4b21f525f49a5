import { describe, expect, test } from 'vitest'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import { numbered, p, t, tbl, type WordFileParts, wordFile } from '../../word-file.ts'

const draft = async (body: string, parts?: WordFileParts['parts']) => {
  const { text, kept, left } = await readWord(wordFile({ body, ...(parts && { parts }) }))
  return { text, kept: kept.map(({ key }) => key), left: left.map(({ key, args }) => [key, args.count]) }
}

const textOf = async (body: string, parts?: WordFileParts['parts']) => (await draft(body, parts)).text

describe('prose', () => {
  test('paragraphs in their order, blank ones and indentation left out', async () => {
    expect(await textOf(p('　　第一段。') + p('') + p('第二段。'))).toBe('第一段。\n\n第二段。\n')
  })

  test('a line break within a paragraph begins a line', async () => {
    expect(await textOf(`<w:p>${t('上')}<w:r><w:br/></w:r>${t('下')}</w:p>`)).toBe('上\n\n下\n')
  })

  test('a title on two lines is one heading, as are the sections, whatever their style', async () => {
    const title = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${t('青禾县人民政府')}<w:r><w:br/></w:r>${t('2023年政府信息公开工作年度报告')}</w:p>`
    expect(await textOf(title + p('一、总体情况') + p('内容。'))).toBe(
      '# 青禾县人民政府2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n内容。\n',
    )
  })

  test('other headings stand below those of the sections', async () => {
    expect(await textOf(p('二级', '<w:pStyle w:val="Heading2"/>'))).toBe('### 二级\n')
  })

  test.each([
    ['1&lt;2 &amp; 3&gt;2', '1&lt;2 & 3>2'],
    ['*要点*和`记号`', '\\*要点\\*和\\`记号\\`'],
    ['# 不是标题', '\\# 不是标题'],
    ['- 不是列表', '\\- 不是列表'],
    ['见[附件](甲)', '见\\[附件](甲)'],
    ['C:\\a', 'C:\\a'],
    ['&amp;lt;p&amp;gt;', '\\&lt;p\\&gt;'],
    ['2.加强学习', '2.加强学习'],
    ['国办公开办函〔2021〕30号_终稿', '国办公开办函〔2021〕30号_终稿'],
  ])('signs of Markdown are words: %s', async (words, written) => {
    expect(await textOf(p(words))).toBe(`${written}\n`)
  })
})

describe('numbers that Word does not store', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
  const numbering = (levels: string, uses = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
    ({ 'numbering.xml': ['numbering', `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${uses}`] }) as const

  test('of sections and what stands below them', async () => {
    const levels =
      level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.')
    const body = [numbered('甲'), numbered('乙', 1, 1), numbered('丙', 1, 1), numbered('丁', 1, 2), numbered('戊')]
    expect(await textOf(body.join('') + numbered('己', 1, 1), numbering(levels))).toBe(
      '一、甲\n\n（一）乙\n\n（二）丙\n\n1.丁\n\n二、戊\n\n（一）己\n',
    )
  })

  test('of levels within one another, and in plain digits where the list says so', async () => {
    const levels = level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')
    expect(await textOf(numbered('甲') + numbered('乙', 1, 1), numbering(levels))).toBe('I.甲\n\n1.1乙\n')
  })

  test.each([
    ['chineseCountingThousand', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 105, '一百零五'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalFullWidth', 12, '１２'],
    ['lowerLetter', 28, 'bb'],
    ['lowerRoman', 14, 'xiv'],
    ['decimalZero', 7, '07'],
    ['none', 1, ''],
  ])('as %s: %i is %s', async (format, start, written) => {
    const uses = `<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`
    expect(await textOf(numbered('、甲'), numbering(level(0, format, '%1'), uses))).toBe(`${written}、甲\n`)
  })

  test('of a style, and of one that is based on it', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    expect(
      await textOf(p('甲', '<w:pStyle w:val="A"/>') + p('乙', '<w:pStyle w:val="B"/>'), {
        ...numbering(level(0, 'chineseCounting', '%1、')),
        'styles.xml': ['styles', styles],
      }),
    ).toBe('一、甲\n\n二、乙\n')
  })

  test('bullets are dots, and a paragraph that takes itself out of its list has no number', async () => {
    expect(await textOf(numbered('甲') + numbered('乙', 0), numbering(level(0, 'bullet', '')))).toBe('• 甲\n\n乙\n')
  })
})

describe('tables', () => {
  test('merged labels are written again, figures and blanks are not', async () => {
    const table = tbl(
      [
        ['类别', '<w:gridSpan w:val="2"/>'],
        ['数量', ''],
      ],
      [['甲类', '<w:vMerge w:val="restart"/>'], 'A', ['3', '<w:vMerge w:val="restart"/>']],
      [['', '<w:vMerge/>'], 'B', ['', '<w:vMerge/>']],
      ['乙类', '', '0'],
    )
    expect(await textOf(table)).toBe(
      '| 类别 | 类别 | 数量 |\n| --- | --- | --- |\n| 甲类 | A | 3 |\n| 甲类 | B |  |\n| 乙类 |  | 0 |\n',
    )
  })

  test('a row that begins further to the right', async () => {
    const row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr>'
    expect(await textOf(tbl(['甲', '乙']).replace('</w:tbl>', `${row}</w:tbl>`))).toBe(
      '| 甲 | 乙 |\n| --- | --- |\n|  | 7 |\n',
    )
  })

  test('a label that was broken is one, prose in a cell keeps its lines', async () => {
    const lines = (...texts: string[]) => texts.map((text) => p(text)).join('')
    expect(
      await textOf(tbl([lines('本年新', '收政府信息'), lines('1.公开了。', '2.没有公开。')], ['a|b', '1&lt;2'])),
    ).toBe('| 本年新收政府信息 | 1.公开了。<br>2.没有公开。 |\n| --- | --- |\n| a｜b | 1&lt;2 |\n')
  })

  test('a table that only frames others is none', async () => {
    const inner = tbl(['甲', '乙'], ['1', '2'])
    expect(await textOf(tbl([`${p('说明。')}${inner}${p('')}`]))).toBe(
      '说明。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n',
    )
  })
})

describe('what has no place is kept and listed', () => {
  test('headers, footers and comments stand in a comment at the end; page numbers are nothing', async () => {
    const comment = `<w:p>${t('正文。')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`
    const { text, kept, left } = await draft(comment, {
      'header1.xml': ['hdr', p('内部资料')],
      'footer1.xml': ['ftr', p('第 1 页')],
      'comments.xml': ['comments', `<w:comment w:id="0" w:author="张三">${p('请核 --&gt; 对')}</w:comment>`],
    })
    expect(text).toBe(
      '正文。\n\n<!--\n原文件里还有以下内容，正文中没有位置可放，核对后可以删去：\n页眉：内部资料\n批注（张三）：请核 －－> 对\n-->\n',
    )
    expect([kept, left]).toEqual([['word/header', 'word/comment'], []])
  })

  test('notes stand below the text', async () => {
    const body = `<w:p>${t('共5件')}<w:r><w:footnoteReference w:id="2"/></w:r>${t('。')}</w:p>`
    const notes = `<w:footnote w:id="2">${p('不含乡镇。')}</w:footnote>`
    expect(await textOf(body, { 'footnotes.xml': ['footnotes', notes] })).toBe('共5件[^1]。\n\n[^1]: 不含乡镇。\n')
  })

  test('text boxes', async () => {
    const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('框里的话')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`
    expect(await textOf(box + p('下一段'))).toBe('框里的话\n\n下一段\n')
  })

  test('words that the library passes over', async () => {
    const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('只在新框里')}</w:txbxContent></mc:Choice></mc:AlternateContent>`
    const formula = '<m:oMath><m:r><m:t>x＋y</m:t></m:r></m:oMath>'
    const { text, kept, left } = await draft(`<w:p><w:r>${box}</w:r>${t('见式')}${formula}</w:p>`)
    expect(text).toContain('未能归位的文字：只在新框里\n')
    expect(text).toContain('x＋y')
    expect(new Set(kept)).toEqual(new Set(['word/unplaced']))
    expect(left).toEqual([['word/equations', 1]])
  })

  test('pictures leave a mark where they were', async () => {
    const picture =
      '<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="申请流程图"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    const { text, left } = await draft(`${p('上')}<w:p><w:r>${picture}</w:r></w:p>${p('下')}`)
    expect(text).toBe('上\n\n<!-- 图片：申请流程图 -->\n\n下\n')
    expect(left).toEqual([['word/pictures', 1]])
  })

  test('tracked changes are read as accepted', async () => {
    const { text, left } = await draft(
      `<w:p>${t('共')}<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id="2">${t('5')}</w:ins>${t('件')}</w:p>`,
    )
    expect(text).toBe('共5件\n')
    expect(left).toEqual([['word/revisions', 2]])
  })
})
