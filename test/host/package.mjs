// Packs the extension as it is released: out/nianbao.vsix.
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { out, root } from './paths.mjs'

/** The path of a new package of the present sources; vsce runs `vscode:prepublish` to build them. */
export function packExtension() {
  const file = path.join(out, 'nianbao.vsix')
  fs.mkdirSync(out, { recursive: true })
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce')
  // Everything is bundled; and as long as there is no public repository, links and pictures stay relative.
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file]
  execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return file
}

if (process.argv[1] === import.meta.filename) console.log(packExtension())
