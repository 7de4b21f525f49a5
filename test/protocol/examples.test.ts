import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { planted } from '../unit/rules/planted.ts'
import { COMMAND_LINE } from './editor.ts'

// The examples of docs/examples are run as they are, with `nianbao` on the path as an installed package has it.
vi.setConfig({ testTimeout: 60_000 })

const [CLI = ''] = COMMAND_LINE
const EXAMPLES = fileURLToPath(new URL('../../docs/examples/', import.meta.url))
const SOUND = planted().text
const SLIP = planted({ figures: { 'requests/total/person': 99 } }).text

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/nianbao'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`)
  chmodSync(join(folder, 'bin/nianbao'), 0o755)
  mkdirSync(join(folder, 'work/reports'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const options = () => ({
  cwd: join(folder, 'work'),
  encoding: 'utf8' as const,
  env: {
    ...process.env,
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  },
})
const write = (name: string, text: string) => writeFileSync(join(folder, 'work', name), text)

describe.skipIf(process.platform === 'win32')('the pre-commit hook', () => {
  const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], options())

  beforeEach(() => {
    git('init', '-q')
    copyFileSync(join(EXAMPLES, 'pre-commit'), join(folder, 'work/.git/hooks/pre-commit'))
    chmodSync(join(folder, 'work/.git/hooks/pre-commit'), 0o755)
  })

  test('stops a commit with a wrong sum, and says where', () => {
    write('reports/a b.txt', SLIP)
    git('add', '.')
    const { status, stdout, stderr } = git('commit', '-m', 'a')
    expect(status).not.toBe(0)
    expect(stdout + stderr).toMatch(/reports\/a b\.txt[\s\S]*arithmetic\/cell/)
  })

  test('lets a sound one pass, and a commit without reports', () => {
    write('reports/a b.txt', SOUND)
    git('add', '.')
    expect(git('commit', '-m', 'a').status).toBe(0)
    write('other.json', '{}')
    git('add', '.')
    expect(git('commit', '-m', 'b').status).toBe(0)
  })

  test('looks at what is staged, not at what was typed since', () => {
    write('reports/a.txt', SLIP)
    git('add', '.')
    write('reports/a.txt', SOUND)
    expect(git('commit', '-m', 'a').status).not.toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('the workflow', () => {
  const steps = [...readFileSync(join(EXAMPLES, 'github-actions.yml'), 'utf8').matchAll(/^\s+run: (.*)$/gm)].map(
    ([, command = '']) => command,
  )

  test('has its steps run: what is known passes, and what is new is marked', () => {
    write('reports/a.txt', SLIP)
    execFileSync('sh', ['-c', 'nianbao check --write-baseline nianbao-baseline.json reports'], options())
    const run = () => steps.map((command) => spawnSync('sh', ['-c', command], options()))
    expect(run().map(({ status }) => status)).toEqual([0, 0, 0])
    write('reports/b.txt', SLIP)
    const [marked, ...others] = run()
    expect(marked?.status).toBe(1)
    expect(marked?.stdout).toMatch(/^::error file=reports\/b\.txt,/)
    expect(others.map(({ status }) => status)).toEqual([0, 0])
    for (const name of ['review.html', 'review.sarif']) expect(existsSync(join(folder, 'work/out', name))).toBe(true)
  })
})
