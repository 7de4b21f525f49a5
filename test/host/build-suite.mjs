// Bundles the suites that run inside an extension host to out/test/.
import { readFile } from 'node:fs/promises'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { out, root } from './paths.mjs'

const suite = path.join(root, 'test', 'suite')
const common = { bundle: true, sourcemap: 'inline', format: 'cjs', charset: 'utf8', logLevel: 'warning' }

// Mocha's package calls itself an ES module, so esbuild leaves `module` and `exports` in its UMD browser build alone, and
// that would overwrite the exports of our bundle. Hidden from it, Mocha makes itself a global.
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup: (builder) =>
    builder.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (module, exports, define) {${await readFile(path, 'utf8')}\n}).call(globalThis)`,
      loader: 'js',
    })),
}

/** The files of test/suite that run in a Node extension host, one bundle each, and `index` to run them. */
export const buildNodeSuite = (names) =>
  build({
    ...common,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    entryPoints: ['index', ...names].map((name) => path.join(suite, `${name}.ts`)),
    outdir: path.join(out, 'test', 'suite'),
  })

/** One bundle with Mocha in it: a web worker can load nothing else. */
export const buildWebSuite = () =>
  build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
    plugins: [mochaAsGlobal],
    define: { global: 'globalThis' },
    entryPoints: [path.join(suite, 'web.ts')],
    outfile: path.join(out, 'test', 'web.js'),
  })

/** The reports of test/suite/fixtures.ts, for a suite that runs outside of the editor. */
export async function loadFixtures() {
  const outfile = path.join(out, 'test', 'fixtures.mjs')
  await build({ ...common, format: 'esm', entryPoints: [path.join(suite, 'fixtures.ts')], outfile })
  return import(pathToFileURL(outfile).href)
}
