import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StyleName } from '../generator/layouts/index.ts'
import { printTable, ratio } from './compare.ts'
import { reportOf } from './reports.ts'
import { startServer, stopServer } from './server-process.ts'

const PEAK = path.resolve('test/bench/peak.cjs')
const COUNT = 10_000
/** As many as are linted: linting them all takes minutes. */
const SAMPLE = 1_000
const KINDS: readonly (readonly [StyleName, string])[] = [
  ['pipes', 'md'],
  ['tabs', 'txt'],
  ['html', 'html'],
]

/** Ten thousand reports of 10 KB in a folder, reviewed from disk by the command line beside other commands, and by a server. */
export async function benchDesk(cli: string, server: string): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-'))
  try {
    writeReports(folder)
    const lint = path.resolve('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs')
    const all = ['*', '*', '*.{md,txt,html}'].join('/')
    const some = ['sample', '*', '*.{md,txt,html}'].join('/')
    const check = (where: string, ...more: string[]) =>
      timed(folder, cli, 'check', where, '--output', 'out.jsonl', ...more)
    const whole = check('.', '--format', 'jsonl')
    const single = check('.', '--format', 'jsonl', '--jobs', '1')
    const sample = check('sample', '--format', 'jsonl')
    const linted = timed(folder, lint, some)
    const counted = timedShell(folder, `cat ${all.replace('{md,txt,html}', '*')} | wc -m`)
    printTable([
      [`${COUNT} reports on disk`, 's', 'MB at most', 'beside wc -m', 'beside markdownlint-cli2'],
      [`check, ${os.availableParallelism()} processors`, ...row(whole, ratio(whole.seconds / counted), '')],
      ['check --jobs 1', ...row(single, ratio(single.seconds / counted), '')],
      [`check of ${SAMPLE}`, ...row(sample, '', ratio(sample.seconds / linted.seconds))],
      [`markdownlint-cli2 of ${SAMPLE}`, ...row(linted, '', '')],
      ['wc -m', counted.toFixed(2), '', '', ''],
    ])
    console.log()
    await benchWorkspace(server, folder)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** The command of the editor that reviews the whole workspace, once more with nothing changed. */
async function benchWorkspace(path: string, folder: string): Promise<void> {
  const server = await startServer(path, [pathToFileURL(folder).href])
  const review = async () => {
    const started = performance.now()
    await server.connection.sendRequest('workspace/executeCommand', { command: 'nianbao.reviewWorkspace' })
    return (performance.now() - started) / 1000
  }
  const [first, second] = [await review(), await review()]
  printTable([
    [`${COUNT} reports in the workspace`, 's', 'beside the first run'],
    ['first run', first.toFixed(2), ''],
    ['nothing changed', second.toFixed(2), ratio(second / first)],
  ])
  await stopServer(server)
}

const row = ({ seconds, megabytes }: Run, ...ratios: string[]) => [
  seconds.toFixed(2),
  String(Math.round(megabytes)),
  ...ratios,
]

function writeReports(folder: string): void {
  for (let index = 0; index < COUNT; index++) {
    const [layout, extension] = KINDS[index % KINDS.length] ?? ['pipes', 'md']
    const below = path.join(folder, index < SAMPLE ? 'sample' : 'rest', String(index % 100))
    fs.mkdirSync(below, { recursive: true })
    fs.writeFileSync(path.join(below, `${index}.${extension}`), reportOf(10_000, layout, index))
  }
}

interface Run {
  readonly seconds: number
  readonly megabytes: number
}

/** A script of Node as a process of its own. */
function timed(cwd: string, script: string, ...args: string[]): Run {
  const peak = path.join(cwd, 'peak')
  const started = performance.now()
  spawnSync(process.execPath, ['-r', PEAK, script, ...args], {
    cwd,
    env: { ...process.env, PEAK: peak },
    stdio: 'ignore',
  })
  const seconds = (performance.now() - started) / 1000
  return { seconds, megabytes: Number(fs.readFileSync(peak, 'utf8')) / 1024 }
}

/** In seconds. */
function timedShell(cwd: string, command: string): number {
  const started = performance.now()
  spawnSync('sh', ['-c', command], { cwd, stdio: 'ignore' })
  return (performance.now() - started) / 1000
}
