// Builds what the package runs: desktop client, browser client, node server, worker server, Word files, the page of the table view, command line.
import { build } from 'esbuild'

const production = process.argv.includes('--production')
const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  charset: 'utf8',
  legalComments: 'none',
}
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] }
// fdir, below tinyglobby, asks where it is in the way of ES modules.
const asModule = {
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
}
const browser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
}

await Promise.all([
  build({ ...node, entryPoints: ['client/src/extension.ts'], external: ['vscode'], outfile: 'dist/extension.js' }),
  build({ ...node, ...asModule, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.node.js' }),
  build({
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/main.word.ts'],
    outfile: 'dist/word.js',
    // One bundle for workers of browsers and for Node, where it is a module.
    globalName: 'nianbaoWord',
    footer: { js: "if (typeof module === 'object') module.exports = nianbaoWord" },
  }),
  build({ ...node, entryPoints: ['server/src/main.word-thread.ts'], outfile: 'dist/word-thread.js' }),
  build({
    ...node,
    entryPoints: { cli: 'server/src/main.cli.ts', 'cli-thread': 'server/src/main.thread.ts' },
    outdir: 'dist',
    ...asModule,
  }),
  build({
    ...browser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    external: ['vscode'],
    outfile: 'dist/extension.web.js',
  }),
  build({ ...browser, format: 'iife', entryPoints: ['server/src/main.web.ts'], outfile: 'dist/server.web.js' }),
  build({
    ...browser,
    format: 'iife',
    entryPoints: ['client/src/table-view/page/main.ts', 'client/src/table-view/page/page.css'],
    entryNames: 'page',
    outdir: 'dist/table-view',
  }),
])
