// Drives Debian's Neovim with the set-up lines of the README: its own language client, over standard input and output.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { promisify } from 'node:util'
import { loadFixtures } from './build-suite.mjs'
import { temporaryFolder, writeFiles } from './cleanup.mjs'
import { neovim } from './install.mjs'
import { root } from './paths.mjs'
import { hostSuite, inOrder } from './suite.mjs'

const SEEN = 'seen: '

await hostSuite('neovim', [neovim], async () => {
  const { report } = await loadFixtures()
  // The README's lines name the clone in the home folder.
  const home = temporaryFolder()
  fs.symlinkSync(root, path.join(home, 'nianbao'))
  const name = '青禾县2023年度报告.txt'
  writeFiles(home, { 'init.lua': setUp(), [name]: report('tabs', { 'received/total': 71 }) })
  const file = path.join(home, name)
  let seen
  return inOrder({
    'Neovim starts the server by the lines of the README, and shows what is wrong': async () => {
      seen = await run(home, file)
      assert.equal(seen.problem, undefined)
      assert.deepEqual(seen.diagnostics, ['arithmetic/cell'])
      assert.equal(seen.word, '71')
    },
    'a hover explains the figure': () => {
      assert.match(seen.hover, /一、本年新收政府信息公开申请数量·总计：71/)
      assert.match(seen.hover, /14 \+ 3 ≠ 71/)
    },
    'the first code action writes the right figure': () => {
      assert.match(seen.actions[0], /17/)
      assert.equal(fs.readFileSync(file, 'utf8'), report('tabs'))
    },
  })
})

/** The Lua lines of the README. */
function setUp() {
  const [, lines] = /```lua\n(.*?)```/s.exec(fs.readFileSync(path.join(root, 'README.md'), 'utf8')) ?? []
  assert.ok(lines, 'the README has no lines for Neovim')
  return lines
}

async function run(home, file) {
  const script = path.join(import.meta.dirname, 'neovim.lua')
  const args = ['--headless', '-u', path.join(home, 'init.lua'), '-i', 'NONE', '-n', file, '-c', `luafile ${script}`]
  const env = { ...process.env, HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home, LC_ALL: 'C.UTF-8' }
  const { stdout, stderr } = await promisify(execFile)('nvim', args, { cwd: home, env, timeout: 120_000 })
  const line = `${stdout}\n${stderr}`.split('\n').find((printed) => printed.startsWith(SEEN))
  if (!line) throw new Error(`Neovim said nothing of the kind:\n${stdout}${stderr}`)
  return JSON.parse(line.slice(SEEN.length))
}
