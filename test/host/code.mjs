#!/usr/bin/env node
// Stands in for the `code` executable where no desktop VS Code can run: takes the arguments that @vscode/test-electron
// gives and runs the suite in the extension host of the VS Code server, with a headless browser as its window.
import * as path from 'node:path'
import { remoteUri, startBrowser, workbenchAddress } from './browser.mjs'
import { temporaryFolder } from './cleanup.mjs'
import { runTests } from './test-run.mjs'
import { startServer } from './vscode-server.mjs'

const args = process.argv.slice(2)
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
const opened = path.resolve(args.find((arg) => !arg.startsWith('--')))

// Without user settings: a file of them is loaded as plain text before JSON is known, which starts every extension for
// plain text and would hide that ours starts too early.
const data = temporaryFolder()
const server = await startServer(data)
const browser = await startBrowser(data)
try {
  const address = workbenchAddress(
    server.host,
    { [opened.endsWith('.code-workspace') ? 'workspace' : 'folder']: opened },
    {
      extensionDevelopmentPath: remoteUri(server.host, option('extensionDevelopmentPath')),
      extensionTestsPath: remoteUri(server.host, option('extensionTestsPath')),
      skipWelcome: 'true',
    },
  )
  const { code } = await runTests(browser.page, address)
  process.exitCode = code
} finally {
  await browser.close()
  await server.stop()
}
process.exit()
