// `npm run docs`: writes what is made from the sources into the documentation: README's rule table, and docs/layouts.md.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { out, root } from '../host/paths.mjs'

const [{ withRuleTable }, { layoutPage }] = await Promise.all(['rule-table', 'layout-table'].map(load))

const readme = path.join(root, 'README.md')
fs.writeFileSync(readme, withRuleTable(fs.readFileSync(readme, 'utf8')))
fs.writeFileSync(path.join(root, 'docs', 'layouts.md'), layoutPage())

async function load(name) {
  const outfile = path.join(out, 'docs', `${name}.mjs`)
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    charset: 'utf8',
    logLevel: 'warning',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}
