import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readReport } from '../../../server/src/report/read.ts'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import { writeWord } from '../../../server/src/word/write/write-word.ts'
import { found, planted } from '../rules/planted.ts'

// Word files as another program makes them, and ours as it shows them. Where it is not installed the tests are skipped.
const isHere = (program: string, argument: string) => spawnSync(program, [argument]).error === undefined
const hasOffice = isHere('soffice', '--version')
const hasPictures = hasOffice && isHere('pdftoppm', '-v')
const OUT = fileURLToPath(new URL('../../../out', import.meta.url))

vi.setConfig({ testTimeout: 300_000 })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The path of a file in another format. */
function converted(file: string, to: string, filter?: string): string {
  const target = join(folder, to)
  mkdirSync(target, { recursive: true })
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const reading = filter === undefined ? [] : [`--infilter=${filter}`]
  execFileSync('soffice', [profile, '--headless', ...reading, '--convert-to', to, '--outdir', target, file], {
    stdio: 'pipe',
  })
  const [name = ''] = readdirSync(target)
  return join(target, name)
}

const cellsOf = (text: string) =>
  Object.fromEntries(
    readReport(text).tables.flatMap(({ id, cells }) => [...cells].map(([key, { raw }]) => [`${id}/${key}`, raw])),
  )

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test('writes a page as a Word file that has the same cells', async () => {
    const { text, figures } = planted({ year: 2019, layout: 'html' })
    writeFileSync(join(folder, 'page.html'), text)
    const made = converted(join(folder, 'page.html'), 'docx', 'HTML (StarWriter)')
    const draft = await readWord(readFileSync(made))
    expect(cellsOf(draft.text)).toEqual(Object.fromEntries([...figures].map(([key, figure]) => [key, `${figure}`])))
    expect(found(draft.text)).toEqual([])
    rmSync(join(folder, 'docx'), { recursive: true })
  })

  test('saves our Word file as another one that reads the same', async () => {
    const { text } = planted({ year: 2023, layout: 'pipes', scale: 900 })
    const { bytes } = (await writeWord(text, 'markdown')) ?? { bytes: new Uint8Array() }
    writeFileSync(join(folder, 'ours.docx'), bytes)
    const again = converted(converted(join(folder, 'ours.docx'), 'odt'), 'docx')
    expect((await readWord(readFileSync(again))).text).toBe((await readWord(bytes)).text)
  })
})

describe.skipIf(!hasPictures)('LibreOffice’s rendering', () => {
  test('has the tables on few pages; its pictures are left in out/', async () => {
    const { text } = planted({ year: 2023, layout: 'pipes', scale: 900 })
    writeFileSync(join(folder, 'shown.docx'), (await writeWord(text, 'markdown'))?.bytes ?? '')
    const pdf = converted(join(folder, 'shown.docx'), 'pdf')
    execFileSync('pdftoppm', ['-r', '70', '-png', pdf, join(folder, 'shown')])
    const pages = readdirSync(folder).filter((name) => /^shown-\d+\.png$/.test(name))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    expect(pages.length).toBeLessThanOrEqual(5)
    mkdirSync(OUT, { recursive: true })
    for (const name of pages) copyFileSync(join(folder, name), join(OUT, name.replace('shown', 'word')))
  })
})
