// `npm start`: a real VS Code with the extension, on samples/. A desktop one where there is a `code`; otherwise the VS
// Code server, to be opened in any browser on this machine.
import { execFileSync, spawnSync } from 'node:child_process'
import * as path from 'node:path'
import { workbenchAddress } from './browser.mjs'
import { temporaryFolder } from './cleanup.mjs'
import { server as fetchServer } from './install.mjs'
import { packExtension } from './package.mjs'
import { root } from './paths.mjs'
import { installExtension, startServer, writeUserSettings } from './vscode-server.mjs'

const samples = path.join(root, 'samples')
const windows = process.platform === 'win32' // where `code` is a script

if (spawnSync('code', ['--version'], { shell: windows }).status === 0) {
  execFileSync(process.execPath, [path.join(root, 'esbuild.mjs')], { stdio: 'inherit' })
  execFileSync('code', [`--extensionDevelopmentPath=${root}`, samples], { stdio: 'inherit', shell: windows })
} else {
  await fetchServer()
  const data = temporaryFolder()
  writeUserSettings(data)
  installExtension(data, packExtension())
  const server = await startServer(data, { port: Number(process.env.PORT ?? 0) })
  console.log(`\nVS Code with Nianbao runs at ${workbenchAddress(server.host, { folder: samples })}\nCtrl+C ends it.`)
  await server.ended
}
