import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkOutput, parseOutput } from '../unit/cli/contract.ts'
import { gb18030, utf16 } from '../unit/cli/encode.ts'
import { planted } from '../unit/rules/planted.ts'
import { COMMAND_LINE, Editor, PULLS } from './editor.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 30_000 })

const [CLI = ''] = COMMAND_LINE
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const SOUND = planted().text
const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text
const TITLE = SOUND.replace('二、主动公开政府信息情况', '二、主动公开信息情况')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  const files = {
    'a.txt': SLIP,
    'b.md': SOUND,
    'sub/deep/c.txt': TITLE,
    'sub/deep/page.html': '<p>会议通知</p>',
    'sub/deep/~$notes.docx': 'what Word puts beside an open file',
    'sub/node_modules/package/readme.md': SLIP,
    '报告[1] 定稿.txt': SLIP,
    'encoded/gb18030.txt': gb18030(SLIP),
    'encoded/utf-16.txt': utf16(SLIP, true),
    'encoded/utf-16be.txt': utf16(SLIP, false),
    'encoded/with-bom.txt': `\uFEFF${SLIP}`,
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the built command line, by default in the folder made above. */
async function nianbao(args: readonly string[], { input = '' as string | Uint8Array, cwd = folder } = {}) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: 'pipe' })
  child.stdin.on('error', () => {}) // A command that reads no input may be gone before it is given any.
  child.stdin.end(input)
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [output, errors, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), closed])
  return { status, output, errors }
}

const checkJson = async (paths: readonly string[], options?: Parameters<typeof nianbao>[1]) => {
  const { status, output, errors } = await nianbao(['check', '--format', 'json', ...paths], options)
  return { status, errors, ...checkOutput.parse(JSON.parse(output)) }
}

const SAMPLES = readdirSync(join(ROOT, 'samples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:md|txt|html)$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))
  .sort()

describe('check', () => {
  test('reviews the samples: paths as found, in the order of the names', async () => {
    const { status, errors, files, tool } = await checkJson(['samples'], { cwd: ROOT })
    expect([status, errors]).toEqual([1, ''])
    expect(tool.version).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)
    const paths = files.map(({ path }) => path)
    expect(paths).toEqual(SAMPLES.map((name) => `samples/${name}`))
    const others = files.filter(({ isReport }) => !isReport).map(({ path }) => path)
    expect(others).toEqual(['samples/README.md'])
  })

  test('reviews by formats that are no official ones', async () => {
    const packs = ['行政执法统计年报', '青禾省-总体情况篇幅'].map((name) => `samples/packs/${name}.report-format.json`)
    const rulesWith = async (...options: string[]) => {
      const { files } = await checkJson([...options, 'samples/packs'], { cwd: ROOT })
      return files.map(({ findings }) => findings.map(({ rule }) => rule))
    }
    const all = [['content/length'], ['arithmetic/row-total']]
    expect(await rulesWith('--formats', packs.join())).toEqual(all)
    expect(await rulesWith('--formats', packs[0] ?? '', '--formats', packs[1] ?? '')).toEqual(all)
    // Those beside a report need not be named.
    expect(await rulesWith()).toEqual(all)
    expect(await rulesWith('--no-config')).toEqual([[], []])
  })

  test.each(['json', 'pretty'])('prints the same twice, byte for byte: %s', async (format) => {
    const args = ['check', '--format', format, '.']
    const first = await nianbao(args)
    expect(first.output.length).toBeGreaterThan(200)
    expect(await nianbao(args)).toEqual(first)
  })

  test('a folder is searched to its depths, but for node_modules and what it cannot read', async () => {
    const { files } = await checkJson(['sub'])
    expect(files.map(({ path }) => path)).toEqual(['sub/deep/c.txt', 'sub/deep/page.html'])
  })

  test('the working folder, if nothing is named', async () => {
    const { files } = await checkJson([])
    expect(files).toEqual((await checkJson(['.'])).files)
    expect(files).toHaveLength(9)
  })

  test('paths in the order given, each file once', async () => {
    const { files } = await checkJson(['sub/deep/c.txt', 'b.md', './sub', join(folder, 'a.txt'), 'a.txt'])
    expect(files.map(({ path }) => path)).toEqual(['sub/deep/c.txt', 'b.md', 'sub/deep/page.html', 'a.txt'])
  })

  test('globs', async () => {
    const { files } = await checkJson(['**/*.txt'])
    expect(files.map(({ path }) => path)).toEqual([
      'a.txt',
      'encoded/gb18030.txt',
      'encoded/utf-16.txt',
      'encoded/utf-16be.txt',
      'encoded/with-bom.txt',
      'sub/deep/c.txt',
      '报告[1] 定稿.txt',
    ])
  })

  test('a name with brackets and spaces is a name', async () => {
    const { files } = await checkJson(['报告[1] 定稿.txt'])
    expect(files.map(({ path }) => path)).toEqual(['报告[1] 定稿.txt'])
  })

  test('every encoding, with the same places', async () => {
    const { files } = await checkJson(['a.txt', 'encoded'])
    expect(files).toHaveLength(5)
    for (const { findings } of files) expect(findings).toEqual(files[0]?.findings)
    expect(files[0]?.findings).toHaveLength(1)
  })

  test('- is standard input', async () => {
    const { status, files } = await checkJson(['-', '--stdin-name', 'drafts/新稿.md'], { input: gb18030(SLIP) })
    expect(status).toBe(1)
    expect(files).toMatchObject([{ path: 'drafts/新稿.md', findings: [{ rule: 'arithmetic/cell' }] }])
    expect((await checkJson(['-'], { input: SOUND })).files).toMatchObject([{ path: '<stdin>', findings: [] }])
  })

  test('--output writes to a file, in a new folder if need be', async () => {
    const { status, output } = await nianbao(['check', 'a.txt', '--format', 'json', '--output', 'made/here.json'])
    expect([status, output]).toEqual([1, ''])
    const file = readFileSync(join(folder, 'made/here.json'), 'utf8')
    expect(file).toBe((await nianbao(['check', 'a.txt', '--format', 'json'])).output)
    rmSync(join(folder, 'made'), { recursive: true })
  })

  test('--language en', async () => {
    expect((await nianbao(['check', '--language', 'en', 'a.txt'])).output).toContain('1 errors, 0 warnings')
  })

  test('writes no colours into a pipe', async () => {
    expect((await nianbao(['check', 'a.txt'])).output).not.toContain('\u001b')
  })

  test.each([
    [0, 'a sound report', ['b.md']],
    [0, 'a warning', ['sub/deep/c.txt']],
    [1, 'a warning that counts', ['--fail-on', 'warning', 'sub/deep/c.txt']],
    [1, 'an error', ['a.txt']],
    [2, 'no such path', ['nowhere.txt']],
    [2, 'an unknown option', ['--colour', 'a.txt']],
    [2, 'an unknown format', ['--format', 'xml', 'a.txt']],
    [2, 'an unknown severity', ['--fail-on', 'bad', 'a.txt']],
    [2, 'an option without its value', ['a.txt', '--output']],
  ])('exits with %i for %s', async (status, _, args) => {
    const { errors, ...ended } = await nianbao(['check', ...args])
    expect(ended.status).toBe(status)
    expect(errors === '').toBe(status !== 2)
  })

  test('what cannot be read is named; the others are reviewed', async () => {
    const { status, errors, files } = await checkJson(['nowhere.txt', 'b.md'])
    expect(status).toBe(2)
    expect(errors).toContain('nowhere.txt')
    expect(files.map(({ path }) => path)).toEqual(['b.md'])
  })
})

describe('check --fix', () => {
  let drafts: string
  const read = (name: string) => readFileSync(join(drafts, name))
  beforeEach(() => {
    drafts = mkdtempSync(join(tmpdir(), 'nianbao-'))
    writeFileSync(join(drafts, 'gb18030.txt'), gb18030(TITLE.replaceAll('\n', '\r\n')))
    writeFileSync(join(drafts, '新 稿.txt'), TITLE)
    writeFileSync(join(drafts, 'slip.txt'), SLIP)
  })
  afterEach(() => rmSync(drafts, { recursive: true }))

  test('sets headings right in the files, as they are encoded, and leaves figures alone', async () => {
    const { status, output, errors } = await nianbao(['check', '--fix', '.'], { cwd: drafts })
    expect([status, errors]).toEqual([1, ''])
    expect(output).toContain('新 稿.txt\n  已改好 1 处\n')
    expect(read('gb18030.txt')).toEqual(Buffer.from(gb18030(SOUND.replaceAll('\n', '\r\n'))))
    expect(read('新 稿.txt').toString()).toBe(SOUND)
    expect(read('slip.txt').toString()).toBe(SLIP)
  })

  test('--fix-dry-run prints differences and changes nothing', async () => {
    const { status, output, errors } = await nianbao(['check', '--fix-dry-run', '.'], { cwd: drafts })
    expect(status).toBe(1)
    expect(output.match(/^\+二、主动公开政府信息情况/gm)).toHaveLength(2)
    expect(output).not.toContain('arithmetic/cell')
    expect(errors).toContain('arithmetic/cell')
    expect(read('新 稿.txt').toString()).toBe(TITLE)
  })

  test('- is fixed into standard output', async () => {
    const fixed = await nianbao(['check', '--fix', '-'], { input: TITLE })
    expect(fixed).toMatchObject({ status: 0, output: SOUND })
    expect(fixed.errors).toContain('<stdin>\n  已改好 1 处\n')
  })

  test('both at once is no use', async () => {
    expect((await nianbao(['check', '--fix', '--fix-dry-run', '.'], { cwd: drafts })).status).toBe(2)
    expect(read('新 稿.txt').toString()).toBe(TITLE)
  })
})

describe('a configuration', () => {
  let drafts: string
  beforeEach(() => {
    drafts = mkdtempSync(join(tmpdir(), 'nianbao-'))
    mkdirSync(join(drafts, '县 里'))
    writeFileSync(join(drafts, 'nianbao.config.json'), '{ "exclude": ["old.txt"] } // 旧稿不看')
    writeFileSync(join(drafts, '县 里', 'nianbao.config.json'), '{ "rules": { "arithmetic/cell": "info" } }')
    writeFileSync(join(drafts, 'none.json'), '{}')
    for (const name of ['a.txt', 'old.txt', '县 里/b.txt']) writeFileSync(join(drafts, name), SLIP)
  })
  afterEach(() => rmSync(drafts, { recursive: true }))

  const severities = async (args: readonly string[], cwd = drafts) => {
    const { status, files } = await checkJson(args, { cwd })
    return { status, files: files.map(({ path, findings }) => [path, ...findings.map(({ severity }) => severity)]) }
  }

  test('is the nearest one, from wherever it is asked', async () => {
    const files = [
      ['a.txt', 'error'],
      ['县 里/b.txt', 'info'],
    ]
    expect(await severities(['.'])).toEqual({ status: 1, files })
    expect(await severities(['.'], join(drafts, '县 里'))).toEqual({ status: 0, files: [['b.txt', 'info']] })
  })

  test.each([
    ['--no-config', '.'],
    ['--config', 'none.json', '.'],
  ])('is another, or none: %s', async (...args) => {
    const { files } = await severities(args)
    expect(files).toEqual([
      ['a.txt', 'error'],
      ['old.txt', 'error'],
      ['县 里/b.txt', 'error'],
    ])
  })

  test.each([
    [
      '{ "rules": { "arithmetic/cel": "off" } }',
      '县 里/nianbao.config.json:1:14: 没有“arithmetic/cel”这条规则。是不是“arithmetic/cell”？',
    ],
    ['{', '县 里/nianbao.config.json:1:2: 这里不合 JSON 的写法'],
  ])('that is not right is said, with status 2: %s', async (text, words) => {
    writeFileSync(join(drafts, '县 里', 'nianbao.config.json'), text)
    const { status, errors } = await nianbao(['check', '县 里/b.txt'], { cwd: drafts })
    expect(status).toBe(2)
    expect(errors).toContain(words)
  })

  test('that is named and not there: status 2', async () => {
    const { status, errors } = await nianbao(['check', '--config', 'missing.json', 'a.txt'], { cwd: drafts })
    expect(status).toBe(2)
    expect(errors).toContain('missing.json')
  })
})

describe('parse', () => {
  test('prints what was read', async () => {
    const { status, output } = await nianbao(['parse', 'b.md', 'sub'])
    expect(status).toBe(0)
    const { files } = parseOutput.parse(JSON.parse(output))
    expect(files.map(({ path, isReport, tables }) => [path, isReport, tables.length])).toEqual([
      ['b.md', true, 3],
      ['sub/deep/c.txt', true, 3],
      ['sub/deep/page.html', false, 0],
    ])
  })

  test('reads every sample', async () => {
    const { output } = await nianbao(['parse', 'samples/*.{txt,md,html}'], { cwd: ROOT })
    for (const { path, tables } of parseOutput.parse(JSON.parse(output)).files) {
      if (path !== 'samples/README.md') expect(tables.flatMap(({ unaligned }) => unaligned)).toEqual([])
    }
  })

  test('needs a path', async () => {
    expect((await nianbao(['parse'])).status).toBe(2)
  })
})

describe('render', () => {
  test('writes the tables of a sample in another form, which reads as it did', async () => {
    const { status, output } = await nianbao(['render', 'samples/07-竖线分隔-无差错.txt', '--as', 'html'], {
      cwd: ROOT,
    })
    expect(status).toBe(0)
    const figures = async (args: readonly string[], options?: Parameters<typeof nianbao>[1]) =>
      parseOutput
        .parse(JSON.parse((await nianbao(['parse', ...args], options)).output))
        .files[0]?.tables.flatMap(({ cells }) => cells.map(({ address, value, state }) => [address, value, state]))
    expect(await figures(['-'], { input: output })).toEqual(
      await figures(['samples/07-竖线分隔-无差错.txt'], { cwd: ROOT }),
    )
  })

  test('reads standard input in the encoding of an office, and writes to a file', async () => {
    const { status, output } = await nianbao(['render', '-', '--as', 'tabs', '--output', 'made/tables.txt'], {
      input: gb18030(SOUND),
    })
    expect([status, output]).toEqual([0, ''])
    expect(readFileSync(join(folder, 'made/tables.txt'), 'utf8')).toBe(
      (await nianbao(['render', 'b.md', '--as', 'tabs'])).output,
    )
    rmSync(join(folder, 'made'), { recursive: true })
  })

  test.each([
    [2, 'a text of another kind', ['sub/deep/page.html']],
    [2, 'a folder with several', ['sub']],
    [2, 'an edition that there is not', ['b.md', '--edition', '2020']],
    [2, 'no path', []],
    [0, 'another edition', ['b.md', '--edition', '2019']],
  ])('exits with %i for %s', async (status, _, args) => {
    const { errors, ...ended } = await nianbao(['render', ...args])
    expect(ended.status).toBe(status)
    expect(errors).not.toBe('')
  })
})

describe('Word files', () => {
  let desk: string
  beforeAll(async () => {
    desk = mkdtempSync(join(tmpdir(), 'nianbao-'))
    writeFileSync(join(desk, 'slip.md'), planted({ layout: 'pipes', figures: { 'requests/total/person': 99 } }).text)
    expect(await nianbao(['convert', 'slip.md', '-o', 'sub/slip.docx'], { cwd: desk })).toEqual({
      status: 0,
      output: '',
      errors: '',
    })
  })
  afterAll(() => rmSync(desk, { recursive: true }))

  test('are found in folders and reviewed as the text that they were written from', async () => {
    const { status, files } = await checkJson(['.'], { cwd: desk })
    expect(status).toBe(1)
    expect(files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule)])).toEqual([
      ['slip.md', 'arithmetic/cell'],
      ['sub/slip.docx', 'arithmetic/cell'],
    ])
  })

  test('are reviewed on threads as well', async () => {
    const crowd = mkdtempSync(join(tmpdir(), 'nianbao-'))
    const bytes = readFileSync(join(desk, 'sub/slip.docx'))
    for (let copy = 0; copy < 90; copy++)
      writeFileSync(join(crowd, `${copy}.${copy % 9 === 0 ? 'docx' : 'txt'}`), copy % 9 === 0 ? bytes : SLIP)
    const { summary } = await checkJson(['--jobs', '2', crowd])
    expect(summary).toMatchObject({ files: 90, reports: 90, errors: 90 })
    rmSync(crowd, { recursive: true })
  })

  test('become drafts, and drafts become Word files', async () => {
    const draft = await nianbao(['convert', 'sub/slip.docx'], { cwd: desk })
    expect(draft.status).toBe(0)
    writeFileSync(join(desk, 'right.md'), draft.output.replace('| 99 |', '| 7 |'))
    expect((await nianbao(['convert', 'right.md', '-o', 'right.docx'], { cwd: desk })).status).toBe(0)
    expect((await nianbao(['convert', 'right.docx'], { cwd: desk })).output).toBe(
      readFileSync(join(desk, 'right.md'), 'utf8'),
    )
    for (const name of ['right.md', 'right.docx']) rmSync(join(desk, name))
  })

  test('that cannot be read are named', async () => {
    writeFileSync(join(desk, 'old.doc'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    const { status, output, errors } = await nianbao(['check', 'old.doc', 'slip.md'], { cwd: desk })
    expect(status).toBe(2)
    expect(output).toContain('slip.md')
    expect(errors).toContain('读不了 old.doc：这是旧格式的文件')
  })
})

describe('rules', () => {
  test('lists them', async () => {
    const { status, output } = await nianbao(['rules'])
    expect(status).toBe(0)
    expect(output).toMatch(/^arithmetic\/cell +错误 {2}/)
  })

  test('prints the page of one', async () => {
    const { status, output } = await nianbao(['rules', 'arithmetic/cell'])
    expect(status).toBe(0)
    expect(output).toBe(readFileSync(join(ROOT, 'docs/rules/arithmetic/cell.md'), 'utf8'))
  })

  test('knows no other', async () => {
    expect(await nianbao(['rules', 'nope'])).toMatchObject({ status: 2, output: '' })
  })
})

describe('the command', () => {
  test.each([
    { args: ['--version'], status: 0 },
    { args: ['--help'], status: 0 },
    { args: ['help', 'check'], status: 0 },
    { args: ['chekc'], status: 2 },
    { args: ['--nope'], status: 2 },
    { args: ['lsp'], status: 2 },
    { args: [], status: 2 },
  ])('exits with $status for $args', async ({ args, status }) => {
    expect((await nianbao(args)).status).toBe(status)
  })

  test.each([{ args: ['check', '--format', 'json'] }, { args: ['check'] }, { args: ['parse'] }])(
    'a reader that closes the pipe early is no crash: $args',
    async ({ args }) => {
      const crowd = mkdtempSync(join(tmpdir(), 'nianbao-'))
      for (let copy = 0; copy < 60; copy++) writeFileSync(join(crowd, `${copy}.txt`), SLIP)
      const child = spawn(process.execPath, [CLI, ...args, crowd], { stdio: 'pipe' })
      const closed = new Promise<unknown>((resolve) =>
        child.once('close', (status, signal) => resolve(signal ?? status)),
      )
      child.stdout.once('data', () => child.stdout.destroy())
      expect(await textOf(child.stderr)).toBe('')
      expect([0, 1]).toContain(await closed)
      rmSync(crowd, { recursive: true })
    },
  )

  test('lsp --stdio answers', async () => {
    const editor = await Editor.start(PULLS, { program: COMMAND_LINE })
    expect(editor.announced.capabilities.diagnosticProvider).toBeDefined()
    expect(await editor.quit()).toBe(0)
  })
})
