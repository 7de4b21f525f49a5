import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { URI } from 'vscode-uri'
import { Globs } from '../../../server/src/review/config/globs.ts'
import { readConfig } from '../../../server/src/review/config/read.ts'
import { Configs, configFile } from '../../../server/src/review/config/store.ts'
import { sayWording } from '../../../server/src/review/messages/index.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { planted } from '../rules/planted.ts'

/** What is said of a configuration, as `place: words`. */
const said = (text: string) =>
  readConfig(text).problems.map(({ span, wording }) => `${sliceOf(text, span)}: ${sayWording('zh-CN', wording)}`)

describe('a configuration', () => {
  test('may be empty, and may have comments and commas behind the last entry', () => {
    const text = '{\n  // 县里统一的写法\n  "rules": { "section/title": "off", },\n}'
    for (const empty of ['', '\n', '{}'])
      expect(readConfig(empty)).toEqual({ config: {}, problems: [], isBroken: false })
    expect(readConfig(text)).toEqual({ config: { rules: { 'section/title': 'off' } }, problems: [], isBroken: false })
  })

  test('may say all of this', () => {
    const config = {
      $schema: './schema.json',
      language: 'en',
      rules: { 'cell/blank': 'hint', 'section/title': { severity: 'error', accepted: ['二、主动公开信息情况'] } },
      overrides: [{ files: '旧稿/*.txt', rules: { 'section/title': { accepted: ['六、其他'] } } }],
      exclude: ['模板'],
      ignore: [
        { files: ['a.txt', 'b.txt'], rule: 'arithmetic/cell', address: 'requests/total/person', reason: '已核' },
      ],
      formats: ['制度/执法.report-format.json'],
    }
    expect(readConfig(JSON.stringify(config))).toMatchObject({ problems: [], config })
  })

  test.each([
    [
      '{ ⟦"rule"⟧: {} }',
      '没有“rule”这一项。这里可以写：$schema | language | rules | overrides | exclude | ignore | formats。',
    ],
    ['{ "rules": { ⟦"section/titel"⟧: "off" } }', '没有“section/titel”这条规则。是不是“section/title”？'],
    ['{ "rules": { ⟦"spelling"⟧: "off" } }', '没有“spelling”这条规则。全部规则见 `nianbao rules`。'],
    [
      '{ "rules": { "cell/blank": ⟦"warn"⟧ } }',
      '“cell/blank”的值不对，应为其中之一：off | error | warning | info | hint。',
    ],
    ['{ "rules": { "cell/blank": ⟦2⟧ } }', '“cell/blank”的值不对，应为其中之一：off | error | warning | info | hint。'],
    ['{ "rules": { "cell/blank": { ⟦"accepted"⟧: [] } } }', '没有“accepted”这一项。这里可以写：severity。'],
    ['{ "rules": { "section/title": { ⟦"acepted"⟧: [] } } }', '没有“acepted”这一项。这里可以写：severity | accepted。'],
    [
      '{ "rules": { "section/title": { "severity": ⟦"on"⟧ } } }',
      '“severity”的值不对，应为其中之一：off | error | warning | info | hint。',
    ],
    ['{ "rules": { "section/title": { "accepted": ⟦"总体"⟧ } } }', '“accepted”应为方括号括起的一列。'],
    ['{ "rules": ⟦[]⟧ }', '“rules”应为花括号括起的内容。'],
    [
      '{ "overrides": [{ "files": "a", "rules": { ⟦"x/y"⟧: "off" } }] }',
      '没有“x/y”这条规则。全部规则见 `nianbao rules`。',
    ],
    ['{ "overrides": [⟦{ "files": "a" }⟧] }', '这里缺少“rules”。'],
    [
      '{ "overrides": [{ ⟦"file"⟧: "a", "files": "a", "rules": {} }] }',
      '没有“file”这一项。这里可以写：files | rules。',
    ],
    ['{ "exclude": ⟦"a"⟧ }', '“exclude”应为方括号括起的一列。'],
    ['{ "exclude": ["a", ⟦""⟧] }', '“exclude”不能为空。'],
    ['{ "ignore": [{ "files": ⟦3⟧, "rule": "cell/blank" }] }', '“files”应为引号括起的文字，或方括号括起的一列。'],
    ['{ "ignore": [{ "files": ["a", ⟦3⟧], "rule": "cell/blank" }] }', '“files”应为引号括起的文字。'],
    ['{ "ignore": [{ "files": "a", "rule": ⟦"cell/blanks"⟧ }] }', '没有“cell/blanks”这条规则。是不是“cell/blank”？'],
    ['{ "ignore": [⟦{ "rule": "cell/blank" }⟧] }', '这里缺少“files”。'],
    ['{ "language": ⟦"fr"⟧ }', '“language”的值不对，应为其中之一：zh-CN | en。'],
    ['⟦[]⟧', '“nianbao.config.json”应为花括号括起的内容。'],
  ])('says what is wrong and where: %s', (source, words) => {
    const { text, span } = marked(source)
    expect(said(text)).toEqual([`${sliceOf(text, span)}: ${words}`])
  })

  test.each(['{', '{ "rules": { "cell/blank": "off" }', '{ "rules" "off" }', '{ "exclude": [1 2] }', '}'])(
    'that is no JSON is said to be so: %j',
    (text) => {
      const { problems, isBroken } = readConfig(text)
      expect(isBroken).toBe(true)
      expect(problems.map(({ wording }) => wording.key)).toContain('config/syntax')
    },
  )

  test.each(['[', '{"rules":', '{"a":[', '/*'])('that goes on and on is none: %s', (piece) => {
    expect(readConfig(piece.repeat(50_000))).toMatchObject({ config: {}, isBroken: true })
  })

  test('never fails, and every problem is at a place in it', () => {
    const name = fc.constantFrom(
      'rules',
      'overrides',
      'files',
      'exclude',
      'ignore',
      'rule',
      'cell/blank',
      'severity',
      'x',
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, fc.constantFrom('off', '', 3, null, true), tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    }))
    const broken = fc.tuple(value, fc.nat(200), fc.string({ maxLength: 3 })).map(([json, at, piece]) => {
      const text = JSON.stringify(json)
      return text.slice(0, at) + piece + text.slice(at)
    })
    fc.assert(
      fc.property(
        fc.oneof(
          value.map((json) => JSON.stringify(json, null, 1)),
          broken,
          fc.string(),
        ),
        (text) => {
          const { config, problems } = readConfig(text)
          for (const { span } of problems) {
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true)
          }
          expect(readConfig(JSON.stringify(config)).problems).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('has what is right of it heard, whatever else is wrong', () => {
    const text = JSON.stringify({
      colour: 'red',
      language: 7,
      rules: { 'cell/blank': 'off', 'section/title': 'loud', 'no/rule': 'off' },
      overrides: [
        { files: 'a.txt', rules: { 'cell/blank': 'info', 'section/order': 3 } },
        { files: [], rules: {} },
        { files: 'b.txt', rules: {} },
      ],
      exclude: ['old', 3],
      ignore: [{ files: 'a.txt' }, { files: 'b.txt', rule: 'cell/blank' }],
    })
    const { config, problems } = readConfig(text)
    expect(problems).toHaveLength(8)
    expect(config).toEqual({
      rules: { 'cell/blank': 'off' },
      overrides: [
        { files: 'a.txt', rules: { 'cell/blank': 'info' } },
        { files: 'b.txt', rules: {} },
      ],
      exclude: ['old'],
      ignore: [{ files: 'b.txt', rule: 'cell/blank' }],
    })
  })
})

describe('patterns of files', () => {
  test.each([
    ['a.txt', 'a.txt', true],
    ['a.txt', '稿/a.txt', true],
    ['./稿/a.txt', '稿/a.txt', true],
    ['稿/*.txt', '稿/a.txt', true],
    ['稿/*.txt', '稿/旧/a.txt', false],
    ['稿/**/*.txt', '稿/旧/a.txt', true],
    ['*.md', '稿/旧/a.md', true],
    ['*.md', '稿/旧/a.txt', false],
    ['稿', '稿/旧/a.txt', true],
    ['稿/', '稿/旧/a.txt', true],
    ['稿/旧', '稿/旧/a.txt', true],
    ['稿', '新稿/a.txt', false],
    ['旧', '稿/旧/a.txt', true],
    ['/稿', '稿/a.txt', false],
    ['**/.cache', 'x/.cache/a.txt', true],
    ['202{3,4}/*', '2024/a.txt', true],
    ['报告[1] 定稿.txt', '报告[1] 定稿.txt', true],
    ['!a.txt', 'b.txt', false],
    ['#a.txt', '#a.txt', true],
    ['', 'a.txt', false],
  ])('%s and %s', (pattern, path, expected) => {
    expect(new Globs([pattern]).matches(path)).toBe(expected)
  })

  test('one is for a single file when it names that', () => {
    expect(new Globs('稿/a.txt').isJust('稿/a.txt')).toBe(true)
    expect(new Globs(['./a.txt']).isJust('a.txt')).toBe(true)
    expect(new Globs('*.txt').isJust('a.txt')).toBe(false)
    expect(new Globs(['a.txt', 'b.txt']).isJust('a.txt')).toBe(false)
  })
})

describe('what it means for a file', () => {
  const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
  const TITLE = SLIP.replace('二、主动公开政府信息情况', '二、主动公开信息情况')
  const reviewed = (config: object, path = '稿/a.txt') => {
    const options = configFile('file:///w/nianbao.config.json', JSON.stringify(config)).optionsFor(`file:///w/${path}`)
    const { findings, suppressed, report } = review(TITLE, options)
    return { found: findings.map(({ rule, severity }) => [rule, severity]), suppressed, isReport: report.isReport }
  }

  test('nothing changes without settings', () => {
    expect(reviewed({})).toEqual({
      found: [
        ['section/title', undefined],
        ['arithmetic/cell', undefined],
      ],
      suppressed: 0,
      isReport: true,
    })
  })

  test('a rule is off, or as severe as is said', () => {
    expect(reviewed({ rules: { 'section/title': 'off' } }).found).toEqual([['arithmetic/cell', undefined]])
    const rules = { 'section/title': 'hint', 'arithmetic/cell': { severity: 'info' } }
    expect(reviewed({ rules }).found).toEqual([
      ['section/title', 'hint'],
      ['arithmetic/cell', 'info'],
    ])
    expect(reviewed({ rules: { 'section/title': { severity: 'off' } } }).found).toHaveLength(1)
  })

  test('a rule has its options', () => {
    const accepted = (title: string) => ({ rules: { 'section/title': { accepted: [title] } } })
    expect(reviewed(accepted('二、主动公开信息情况')).found).toHaveLength(1)
    expect(reviewed(accepted('主动公开信息的情况')).found).toHaveLength(1)
    expect(reviewed(accepted('二、公开情况')).found).toHaveLength(2)
  })

  test('overrides are for the files that they name, the later one first', () => {
    const overrides = [
      { files: '稿/*', rules: { 'section/title': 'error', 'arithmetic/cell': 'off' } },
      { files: ['a.txt'], rules: { 'section/title': 'hint' } },
    ]
    expect(reviewed({ overrides }).found).toEqual([['section/title', 'hint']])
    expect(reviewed({ overrides }, '稿/b.txt').found).toEqual([['section/title', 'error']])
    expect(reviewed({ overrides }, 'b.txt').found).toHaveLength(2)
  })

  test('overrides set severity and options apart', () => {
    const rules = { 'section/title': { accepted: ['二、主动公开信息情况'] } }
    expect(reviewed({ rules, overrides: [{ files: '*', rules: { 'section/title': 'error' } }] }).found).toHaveLength(1)
  })

  test('excluded files are not reviewed', () => {
    expect(reviewed({ exclude: ['稿'] })).toEqual({ found: [], suppressed: 0, isReport: false })
    expect(reviewed({ exclude: ['稿'] }, '新/a.txt').isReport).toBe(true)
  })

  test('ignores are for the files that they name', () => {
    const ignore = [{ files: '稿/a.txt', rule: 'arithmetic/cell', address: 'requests/total/person', reason: '已核' }]
    expect(reviewed({ ignore })).toMatchObject({ found: [['section/title', undefined]], suppressed: 1 })
    expect(reviewed({ ignore }, '稿/b.txt').suppressed).toBe(0)
  })

  test('an ignore for one file is held to it, one by a pattern is not', () => {
    const ignore = (files: string) => ({ ignore: [{ files, rule: 'cell/blank' }] })
    expect(reviewed(ignore('稿/a.txt')).found).toContainEqual(['config/unused-ignore', undefined])
    expect(reviewed(ignore('*.txt')).found).toHaveLength(2)
  })
})

describe('the nearest configuration', () => {
  const files = (found: Record<string, string | Error>) => {
    const asked: string[] = []
    const configs = new Configs(async (uri) => {
      asked.push(uri)
      const content = found[uri]
      if (content instanceof Error) throw content
      return content
    })
    return { configs, asked }
  }

  test('is that of the folder, else that of one above it', async () => {
    const { configs } = files({ 'file:///w/nianbao.config.json': '{}', 'file:///w/north/nianbao.config.json': '{}' })
    const nearest = async (uri: string) => (await configs.nearest(uri))?.uri
    expect(await nearest('file:///w/a.txt')).toBe('file:///w/nianbao.config.json')
    expect(await nearest('file:///w/south/deep/a.txt')).toBe('file:///w/nianbao.config.json')
    expect(await nearest('file:///w/north/a.txt')).toBe('file:///w/north/nianbao.config.json')
    expect(await nearest('file:///elsewhere/a.txt')).toBeUndefined()
    expect(await nearest('vscode-vfs://github/o/r/a.txt')).toBeUndefined()
  })

  test('of a text in no folder there is none', async () => {
    const { configs, asked } = files({})
    expect(await configs.nearest('untitled:Untitled-1')).toBeUndefined()
    expect(await configs.nearest('untitled:/w/a.txt')).toBeUndefined()
    expect(asked).toEqual([])
  })

  test('is read once, and that there is none as well, until something changes', async () => {
    const { configs, asked } = files({ 'file:///w/nianbao.config.json': '{}' })
    const all = () => Promise.all(['a', 'b'].map((name) => configs.nearest(`file:///w/north/${name}.txt`)))
    expect(new Set(await all()).size).toBe(1)
    await all()
    expect(asked).toEqual(['file:///w/north/nianbao.config.json', 'file:///w/nianbao.config.json'])
    configs.drop('file:///w/nianbao.config.json')
    await all()
    expect(asked).toHaveLength(3)
  })

  test('has folders and files with names in any writing', async () => {
    const folder = URI.file('/w/年报 [草稿]')
    const config = { ignore: [{ files: '县/年报 1.txt', rule: 'cell/blank' }], exclude: ['县/旧稿 1.txt'] }
    const { configs } = files({ [`${folder}/nianbao.config.json`]: JSON.stringify(config) })
    const optionsOf = async (name: string) => {
      const uri = folder.with({ path: `${folder.path}/县/${name}` }).toString()
      return (await configs.nearest(uri))?.optionsFor(uri)
    }
    expect(await optionsOf('年报 1.txt')).toMatchObject({ ignores: [{ isForOne: true }], isExcluded: false })
    expect(await optionsOf('旧稿 1.txt')).toMatchObject({ ignores: [], isExcluded: true })
  })

  test('that cannot be read is said to be so', async () => {
    const { configs } = files({ 'file:///w/nianbao.config.json': new Error('EACCES') })
    const nearest = await configs.nearest('file:///w/a.txt')
    expect(nearest?.problems.map(({ wording }) => sayWording('zh-CN', wording))).toEqual(['读不了这个配置文件：EACCES'])
    expect(nearest?.optionsFor('file:///w/a.txt')).toMatchObject({ isExcluded: false, ignores: [] })
  })
})
