// Runs test/suite inside a real extension host, through @vscode/test-electron: in a desktop VS Code where one can be
// downloaded and shown, otherwise in the VS Code server behind a stand-in for its executable.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron'
import { buildNodeSuite } from './build-suite.mjs'
import { temporaryFolder, writeFiles } from './cleanup.mjs'
import { browser, server } from './install.mjs'
import { editors, out, root } from './paths.mjs'
import { add, countsOf, hostSuite } from './suite.mjs'

const REVIEWING = [
  'review',
  'editing',
  'saving',
  'reading',
  'figures',
  'typing',
  'table-view',
  'bring',
  'word',
  'copy-tables',
  'writing',
  'folders',
  'configuration',
  'schema',
  'desk',
  'walkthrough',
  'packs',
  'years',
].map((name) => `${name}.test`)
const IDLE = ['idle.test']
const PACK = ['pack-alone.test']

await hostSuite('integration', [], async () => {
  const executable = (await desktop()) ?? (await standIn())
  await buildNodeSuite([...REVIEWING, ...IDLE, ...PACK])
  const folder = temporaryFolder()
  writeFiles(folder, {
    'north/.gitkeep': '',
    // On Linux VS Code may never watch a folder that is made within one that was made just before.
    'north/desk/deep/.gitkeep': '',
    'south/.gitkeep': '',
    'both.code-workspace': { folders: [{ path: 'north' }, { path: 'south' }] },
    'packs/own.report-format.json': { formats: 7 },
    'other/settings.json': { 'a file': 'that is none of our business' },
  })
  const reviewing = await runIn(executable, path.join(folder, 'both.code-workspace'), REVIEWING)
  const idle = await runIn(executable, path.join(folder, 'other'), IDLE)
  const pack = await runIn(executable, path.join(folder, 'packs'), PACK)
  return add(add(reviewing, idle), pack)
})

/** A desktop VS Code, or undefined where there is no display or no way to download one. */
async function desktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY) return undefined
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: editors, timeout: 10_000 })
  } catch (error) {
    console.log(`no desktop VS Code (${error.message}): using the VS Code server`)
    return undefined
  }
}

async function standIn() {
  await server()
  await browser()
  return path.join(import.meta.dirname, 'code.mjs')
}

/**
 * Runs the named files. Believes the statistics alone: VS Code also ends well when its extension host has died. A window
 * that says it came without its workspace, as happens on a busy machine, is opened once more.
 */
async function runIn(executable, opened, names) {
  const statistics = path.join(out, 'test', `${names[0]}.json`)
  for (let attempt = 1; ; attempt++) {
    fs.rmSync(statistics, { force: true })
    const ended = await openWindow(executable, opened, names, statistics)
    const stats = fs.existsSync(statistics) ? JSON.parse(fs.readFileSync(statistics, 'utf8')) : undefined
    if (stats) return countsOf(stats)
    console.error(`${names.join()}: ${ended}`)
    if (stats === undefined || attempt > 1) return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** Resolves to a reason why there might be no statistics. */
async function openWindow(executable, opened, names, statistics) {
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(out, 'test', 'suite', 'index.js'),
      extensionTestsEnv: { TEST_FILES: names.join(), TEST_STATISTICS: statistics },
      launchArgs: [opened, `--user-data-dir=${temporaryFolder()}`],
    })
    return 'it ended without statistics'
  } catch (error) {
    return error.message
  }
}
