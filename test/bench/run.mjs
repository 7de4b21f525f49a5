// `npm run bench`: bundles the engine as it is shipped and times it beside others. Prints ratios; asserts nothing.
import { spawnSync } from 'node:child_process'
import * as path from 'node:path'
import { build } from 'esbuild'
import { benchEditor } from './editor.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const out = path.join(root, 'out/bench')
const common = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  packages: 'bundle',
}
const asModule = {
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
}
await build({
  ...common,
  format: 'esm',
  mainFields: ['module', 'main'],
  entryPoints: [path.join(root, 'test/bench/main.ts')],
  outfile: path.join(out, 'main.mjs'),
  banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
})
await build({
  ...common,
  format: 'cjs',
  entryPoints: [path.join(root, 'test/bench/idle-server.ts')],
  outfile: path.join(out, 'idle-server.js'),
})
await build({
  ...common,
  format: 'cjs',
  mainFields: ['module', 'main'],
  entryPoints: [path.join(root, 'server/src/main.node.ts')],
  outfile: path.join(out, 'server.js'),
  ...asModule,
})
await build({
  ...common,
  format: 'cjs',
  mainFields: ['module', 'main'],
  entryPoints: {
    cli: path.join(root, 'server/src/main.cli.ts'),
    'cli-thread': path.join(root, 'server/src/main.thread.ts'),
  },
  outdir: out,
  ...asModule,
})
const { status } = spawnSync(
  process.execPath,
  [path.join(out, 'main.mjs'), ...['server.js', 'idle-server.js', 'cli.js'].map((name) => path.join(out, name))],
  { stdio: 'inherit' },
)
console.log()
if (status === 0) await benchEditor()
process.exit(status ?? 1)
