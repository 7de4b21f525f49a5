// `npm test`: every check and suite in one go, and one line of counts at the end.
// `--only unit,protocol` builds and runs those alone.
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { out, root } from './host/paths.mjs'

const LIMIT = 15 * 60_000

const bin = (name) => path.join(root, 'node_modules', name)
const resultOf = (name) => path.join(out, `${name}.json`)

/** Passes or fails as a whole. */
const check = (name, args) => ({
  name,
  args,
  counts: (ended) => ({ passed: ended === 0 ? 1 : 0, failed: ended === 0 ? 0 : 1, skipped: 0 }),
})

const vitest = (name) => ({
  name,
  args: [bin('vitest/vitest.mjs'), 'run', `test/${name}/`, '--reporter=default', '--reporter=json'].concat(
    `--outputFile.json=${resultOf(name)}`,
  ),
  counts: () => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(resultOf(name))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  },
})

const host = (name) => ({
  name,
  args: [path.join(root, 'test', 'host', `${name}.mjs`)],
  counts: () => read(resultOf(name)),
})

const suites = [
  check('types', [bin('typescript/bin/tsc'), '--noEmit']),
  check('types of the page', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'client/src/table-view/page']),
  check('lint', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
  check('build', [path.join(root, 'esbuild.mjs')]),
  vitest('unit'),
  vitest('protocol'),
  host('integration'),
  host('e2e'),
  host('table-view'),
  host('web'),
  host('looks'),
  host('neovim'),
]

const only = process.argv[2] === '--only' ? process.argv[3]?.split(',') : undefined
const unknown = only?.filter((name) => !suites.some((suite) => suite.name === name)) ?? []
if (process.argv.length > 2 && (!only || unknown.length > 0)) {
  console.error(`usage: node test/run.mjs [--only ${suites.map(({ name }) => name).join()}]`)
  process.exit(2)
}

fs.mkdirSync(out, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
for (const suite of suites) {
  if (only && ![...only, 'build'].includes(suite.name)) continue
  console.log(`\n── ${suite.name} ──`)
  const began = Date.now()
  const counts = await run(suite)
  for (const key of Object.keys(total)) total[key] += counts[key]
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    `── ${suite.name}: passed ${counts.passed}, failed ${counts.failed}, skipped ${counts.skipped} (${seconds} s)`,
  )
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

/** What a suite says of itself is not enough: one that ends badly, or that ran nothing, has failed. */
async function run({ name, args, counts }) {
  fs.rmSync(resultOf(name), { force: true })
  const ended = await exitCode(args)
  try {
    const { passed, failed, skipped } = counts(ended)
    const ranNone = passed + failed + skipped === 0
    return { passed, failed: failed === 0 && (ended !== 0 || ranNone) ? 1 : failed, skipped }
  } catch (error) {
    console.error(`${name}: no results: ${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function exitCode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: LIMIT })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function read(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
