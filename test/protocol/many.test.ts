import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { twoYears } from '../unit/rules/years.ts'

// A superior's folder: the reports of many organs, two years each, on a real disk and real threads. `MANY=10000` makes it
// as large as the issue of it asks for.

const MANY = Number(process.env.MANY ?? 300)
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const PEAK = fileURLToPath(new URL('../bench/peak.cjs', import.meta.url))
const LAYOUTS = [
  ['tabs', 'txt'],
  ['pipes', 'md'],
  ['html', 'html'],
] as const
/** So many different pairs of years are written; what organs they are of, and where they stand, differs for each. */
const VARIANTS = 60
const WRONG = ['none', 'carried-over', 'cell'] as const
/** About 10 KB each. */
const PROSE = '各单位按季度核对公开目录，把更新的日期、承办的人和查阅的次数写在台账里。\n\n'.repeat(40)

let folder: string
/** What was planted, by path. */
const planted = new Map<string, string>()
const unreadable = 'y2023/nowhere.txt'

const organOf = (index: number) =>
  `青禾县${[...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}局`

/** Two years with what is wrong in them, made once. */
const variants = new Map<number, { last: string; now: string }>()
function variant(index: number) {
  const seed = index % VARIANTS
  const known = variants.get(seed)
  if (known !== undefined) return known
  const wrong = WRONG[seed % WRONG.length]
  const [layout] = LAYOUTS[Math.floor(seed / WRONG.length) % LAYOUTS.length] ?? LAYOUTS[0]
  const made = twoYears({
    seed,
    layout,
    surplus: wrong === 'carried-over' ? 7 : 0,
    ...(wrong === 'cell' && { now: { 'requests/received/total': 99_000 } }),
  })
  variants.set(seed, made)
  return made
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-many-'))
  for (let index = 0; index < MANY / 2; index++) {
    const [, extension] = LAYOUTS[Math.floor((index % VARIANTS) / WRONG.length) % LAYOUTS.length] ?? LAYOUTS[0]
    const wrong = WRONG[(index % VARIANTS) % WRONG.length]
    for (const [year, text] of Object.entries(variant(index))) {
      const path = `${year === 'last' ? 'y2022' : 'y2023'}/${index % 10}/${String(index).padStart(5, '0')}.${extension}`
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      const grown = text.replace('三、收到和处理', `${extension === 'html' ? '' : PROSE}三、收到和处理`)
      writeFileSync(join(folder, path), grown.replaceAll('青禾县人民政府', organOf(index)))
      if (year === 'now' && wrong === 'carried-over') planted.set(path, 'history/carried-over')
      if (year === 'now' && wrong === 'cell') planted.set(path, 'arithmetic/cell')
    }
  }
  symlinkSync('gone.txt', join(folder, unreadable))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true }))

function check(...args: string[]) {
  const peak = join(folder, 'peak')
  const done = spawnSync(process.execPath, ['-r', PEAK, CLI, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PEAK: peak },
  })
  return { ...done, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 }
}

describe(`a folder of ${MANY} reports`, () => {
  test('has every fault found and no other, in the order of the paths, whatever the threads', () => {
    const two = check('y2022', 'y2023', '--format', 'jsonl', '--jobs', '2')
    const one = check('y2022', 'y2023', '--format', 'jsonl', '--jobs', '1')
    console.log(
      `${MANY} reports: ${Math.round(one.megabytes)} MB at most on one thread, ${Math.round(two.megabytes)} on two`,
    )
    expect(two.stdout === one.stdout).toBe(true)
    const files: { path: string; findings: { rule: string; severity: string }[] }[] = two.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const paths = files.map(({ path }) => path)
    expect(paths).toHaveLength(2 * Math.ceil(MANY / 2))
    expect(paths).toEqual(paths.toSorted())
    const found = files.flatMap(({ path, findings }) =>
      findings
        .filter(({ rule }) => rule.startsWith('arithmetic/') || rule === 'history/carried-over')
        .map(({ rule }) => [path, rule]),
    )
    expect(found).toEqual([...planted].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }, 600_000)

  test('loses nothing over a file that cannot be read, which is named', () => {
    const { status, stdout, stderr } = check('y2023', unreadable, '--format', 'jsonl', '--jobs', '2')
    expect(status).toBe(2)
    expect(stderr).toContain(unreadable)
    expect(stdout.trimEnd().split('\n')).toHaveLength(Math.ceil(MANY / 2))
  }, 600_000)
})
