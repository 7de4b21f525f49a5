// Starts the VS Code server that install.mjs fetched: the workbench runs in a browser, the extension host here on Node.
import { execFileSync, spawn } from 'node:child_process'
import * as path from 'node:path'
import { atEnd, writeFiles } from './cleanup.mjs'
import { serverRoot } from './install.mjs'

const main = path.join(serverRoot, 'out', 'server-main.js')
const foldersOf = (data) => [
  '--server-data-dir',
  path.join(data, 'server'),
  '--extensions-dir',
  path.join(data, 'extensions'),
]

// A workbench that shows what was opened and nothing else, and asks the network for nothing.
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
}

/** Must come before the server starts. The user settings of a browser window live on the server's disk. */
export const writeUserSettings = (data, settings = {}) =>
  writeFiles(path.join(data, 'server', 'data', 'User'), { 'settings.json': { ...quiet, ...settings } })

export function installExtension(data, vsix) {
  execFileSync(process.execPath, [main, ...foldersOf(data), '--install-extension', vsix], {
    env: plain(),
    stdio: 'pipe',
  })
}

const OPTIONS = [
  '--host=127.0.0.1',
  '--without-connection-token',
  '--telemetry-level=off',
  '--accept-server-license-terms',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--enable-smoke-test-driver', // lets the page be told to run tests
]

/**
 * Resolves to the running server's `host:port`, a promise of its end, and a way to stop it. `data` is the folder for all
 * that it keeps.
 */
export async function startServer(data, { port = 0 } = {}) {
  const options = [`--port=${port}`, ...OPTIONS, ...foldersOf(data)]
  // A process group of its own, so that its extension hosts end with it.
  const child = spawn(process.execPath, [main, ...options], {
    detached: true,
    env: plain(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {} // already gone
  }
  const forget = atEnd(kill)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    const patience = setTimeout(kill, 5_000)
    await ended
    clearTimeout(patience)
    kill() // what is left of the group
    forget()
  }
  return { host: `127.0.0.1:${await listeningPort(child)}`, ended, stop }
}

function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const fail = (why) => reject(new Error(`the VS Code server ${why}:\n${printed}`))
    const limit = setTimeout(() => fail('did not start in time'), 60_000)
    const read = (chunk) => {
      printed += chunk
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1]
      if (port === undefined) return
      clearTimeout(limit)
      resolve(port)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(limit)
      fail(`ended with ${code}`)
    })
  })
}

/** The environment without what an enclosing editor's terminal would add. */
const plain = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)))
