import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import oniguruma from 'vscode-oniguruma'
import textmate from 'vscode-textmate'
import { CATALOGUE } from '../../server/src/formats/catalogue.ts'

/**
 * A fixture is the text with each coloured piece as `⟦kind:piece⟧`, where kind is the most telling part of its scope:
 * the grammar must give back exactly the marks that the fixture has.
 */
const KINDS = ['title', 'section', 'item', 'identity', 'row', 'total', 'column', 'figure'] as const

const GRAMMARS: Record<string, () => string> = {
  'text.nianbao': () => readFileSync('syntaxes/nianbao.tmLanguage.json', 'utf8'),
  'markdown.nianbao.injection': () => readFileSync('syntaxes/nianbao.markdown.tmLanguage.json', 'utf8'),
  'text.html.markdown': () => JSON.stringify(MARKDOWN),
}

/** The rules of the editor's own Markdown grammar that decide where an injected rule can begin, and nothing else of it. */
const MARKDOWN = {
  scopeName: 'text.html.markdown',
  repository: {},
  patterns: [
    { match: '^#{1,6}\\s.*$', name: 'markup.heading.markdown' },
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    { begin: '^( {4}|\\t)', while: '^( {4}|\\t)', name: 'markup.raw.block.markdown' },
    { begin: '^(\\|)(?=[^|].+\\|\\s*$)', while: '^(?=\\|)', name: 'markup.table.markdown' },
    { begin: '^ {0,3}(?=[^ \\t\\n])', while: '^(?=\\s*[-=]{3,}\\s*$)', name: 'meta.paragraph.markdown' },
  ],
}

let registry: textmate.Registry
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')
  await oniguruma.loadWASM(readFileSync(wasm))
  registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const source = GRAMMARS[scope]?.()
      return source === undefined ? null : textmate.parseRawGrammar(source, `${scope}.json`)
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.nianbao.injection'] : undefined),
  })
})

const kindOf = (scopes: readonly string[]) => {
  const ours = scopes.filter((scope) => scope.endsWith('.nianbao'))
  return KINDS.findLast((kind) => ours.at(-1)?.includes(`.${kind}`))
}

async function coloured(text: string, scope: string): Promise<string> {
  const grammar = await registry.loadGrammar(scope)
  let stack = textmate.INITIAL
  const lines = text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar?.tokenizeLine(line, stack) ?? { tokens: [], ruleStack: stack }
    stack = ruleStack
    const pieces: { kind: string | undefined; text: string }[] = []
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = { kind: kindOf(scopes), text: line.slice(startIndex, endIndex) }
      const before = pieces.at(-1)
      if (before !== undefined && before.kind === piece.kind && piece.kind === 'section') before.text += piece.text
      else pieces.push(piece)
    }
    return pieces
      .map(({ kind, text }) => (kind === undefined || text.trim() === '' ? text : `⟦${kind}:${text}⟧`))
      .join('')
  })
  return lines.join('\n')
}

const stripped = (fixture: string) => fixture.replace(/⟦\w+:|⟧/g, '')
const LANGUAGES = { text: 'text.nianbao', Markdown: 'text.html.markdown' } as const
const BOTH = Object.entries(LANGUAGES)

async function expectColours(fixture: string, scope: string) {
  expect(await coloured(stripped(fixture), scope)).toBe(fixture)
}

describe.each(BOTH)('in a %s file', (_, scope) => {
  test('title and section headings', () =>
    expectColours(
      [
        '⟦title:青禾县人民政府2021年政府信息公开工作年度报告⟧',
        '⟦section:一、总体情况⟧',
        '（一）主动公开。全年发布信息 12 条。',
        '　　⟦section:二、主动公开信息情况⟧',
        '**⟦section:四、政府信息公开行政复议和行政诉讼情况⟧**',
        '⟦section:五、存在问题及改进措施⟧',
      ].join('\n'),
      scope,
    ))

  test('rows of tabs', () =>
    expectColours(
      [
        '⟦item:第二十条第（一）项⟧\t\t\t',
        '⟦column:信息内容⟧\t⟦column:本年制发件数⟧\t⟦column:本年废止件数⟧\t⟦column:现行有效件数⟧',
        '⟦row:规章⟧\t⟦figure:0⟧\t⟦figure:0⟧\t⟦figure:0⟧',
        '⟦row:行政规范性文件⟧\t⟦figure:5⟧\t⟦figure:3⟧\t⟦figure:44⟧',
        '',
        '⟦row:行政事业性收费⟧\t⟦figure:1268.35⟧\t\t',
      ].join('\n'),
      scope,
    ))

  test('a table torn by a page break, with merged labels before the row', () =>
    expectColours(
      [
        '⟦identity:（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）⟧\t⟦column:申请人情况⟧\t',
        '\t⟦column:自然人⟧\t⟦column:法人或其他组织⟧\t\t⟦total:总计⟧',
        '⟦row:三、（一）予以公开⟧\t⟦figure:12⟧\t⟦figure:12⟧',
        '— 3 —',
        '⟦row:本年度办理结果⟧\t⟦row:(二) 部分公开 (区分处理的, 只计这一情形, 不计其他情形)⟧\t\t⟦figure:3⟧\t⟦figure:3⟧',
        '\t⟦row:(四) 无法提供⟧\t⟦row:1. 本机关不掌握相关政府信息⟧\t⟦figure:1⟧\t⟦figure:1⟧',
        '\t⟦total:（七）总计⟧\t⟦figure:16⟧\t⟦figure:16⟧',
        '⟦row:四、结转下年度继续办理⟧\t⟦figure:0⟧\t⟦figure:0⟧',
      ].join('\n'),
      scope,
    ))

  test('bars, as a browser copies them', () =>
    expectColours(
      [
        '⟦item:第二十条第（五）项⟧ | |||',
        '⟦column:信息内容⟧ | ⟦column:上一年项目数量⟧ | ⟦column:本年增/减⟧ | ⟦column:处理决定数量⟧ |',
        '⟦row:行政许可⟧ | ⟦figure:312⟧ | ⟦figure:-14⟧ | ⟦figure:5720⟧ |',
      ].join('\n'),
      scope,
    ))

  test('a Markdown table', () =>
    expectColours(
      [
        '| ⟦column:行政复议⟧ | ⟦column:行政诉讼⟧ |',
        '| --- | --- |',
        '| ⟦column:结果维持⟧ | ⟦total:总计⟧ |',
        '| ⟦figure:1⟧ | ⟦figure:1⟧ |',
      ].join('\n'),
      scope,
    ))

  test('one cell a line, with and without blank lines', () =>
    expectColours(
      [
        '⟦row:3.补正后申请内容仍不明确⟧',
        '',
        '⟦figure:0⟧',
        '',
        '⟦figure:2⟧',
        '⟦row:3.其他⟧',
        '⟦figure:1⟧',
        '',
        '本页共 3 条',
        '12',
      ].join('\n'),
      scope,
    ))

  test('a label written downwards', () =>
    expectColours(
      [
        '\t⟦column:未经复议直接起诉⟧',
        '',
        '\t⟦column:结⟧',
        '⟦column:果⟧',
        '⟦column:维⟧',
        '⟦column:持⟧',
        '',
        '\t⟦figure:2⟧',
      ].join('\n'),
      scope,
    ))

  test('figures stuck to their label or apart by spaces', () =>
    expectColours(
      '⟦row:四、结转下年度继续办理⟧ ⟦figure:0⟧ ⟦figure:0⟧ ⟦figure:1⟧\n⟦row:行政规范性文件⟧⟦figure:000⟧',
      scope,
    ))

  test.each([
    '总计\t12\n其他\t3',
    '| 名称 | 总计 |\n| --- | --- |\n| 其他 | 3 |',
    '一、总体目标\n二、主要工作\n（一）予以公开的信息应当及时发布',
    '行政许可 12 件，行政处罚 3 件',
    '第二十条第（一）项规定的内容应当公开。',
    '政府信息公开工作年度报告怎么写？',
    '1. 要求提供发票\n2. 申请人姓名',
    '12\n\n13\n\n规章制度',
  ])('nothing in an ordinary text: %j', (text) => expectColours(text, scope))
})

test('in a text file, headings behind Markdown marks too', () =>
  expectColours(
    '# ⟦title:临溪市2020年政府信息公开工作年度报告⟧\n## **⟦section:六、其他需要报告的事项⟧**',
    LANGUAGES.text,
  ))

test('in a Markdown file, code is left alone', () =>
  expectColours('```\n规章\t0\t0\t0\n```\n⟦row:规章⟧\t⟦figure:0⟧\t⟦figure:0⟧\t⟦figure:0⟧', LANGUAGES.Markdown))

describe.each(CATALOGUE.formats.map((format) => [format.id, format] as const))('every label of %s', (_, format) => {
  const rows = format.tables
    .filter(({ shape }) => shape === 'down')
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ rows, columns }) => rows.map(({ label }) => `${label}\t${columns.map(() => '1').join('\t')}`))
  const sections = format.sections.map(({ title }) => title)

  test.each(sections)('section %s', async (title) => {
    expect(await coloured(title, LANGUAGES.text)).toBe(`⟦section:${title}⟧`)
  })

  test.each(rows)('row %s', async (line) => {
    expect(await coloured(line, LANGUAGES.text)).toMatch(/^⟦(row|total):[^⟧]+⟧(\t⟦figure:1⟧)+$/)
  })
})

test('a long line costs no more than its length', async () => {
  const seconds = async (length: number) => {
    const line = '规章\t'.repeat(length / 3)
    const start = performance.now()
    await coloured(`${line}。`, LANGUAGES.text)
    return performance.now() - start
  }
  await seconds(3_000)
  const short = await seconds(30_000)
  expect(await seconds(300_000)).toBeLessThan(40 * short + 100)
})
