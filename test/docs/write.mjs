// `npm run docs`: writes what is made from the sources into the documentation: README's rule table,
// docs/layouts.md, and, where published reports are beside the checkout, docs/corpus.md.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { out, root } from '../host/paths.mjs'

const [{ withRuleTable }, { layoutPage }, { corpusPage }] = await Promise.all(
  ['rule-table', 'layout-table', 'corpus-table'].map(load),
)

const readme = path.join(root, 'README.md')
fs.writeFileSync(readme, withRuleTable(fs.readFileSync(readme, 'utf8')))
fs.writeFileSync(path.join(root, 'docs', 'layouts.md'), layoutPage())
const corpus = corpusPage(path.resolve(root, '../shared'))
if (corpus !== undefined) fs.writeFileSync(path.join(root, 'docs', 'corpus.md'), corpus)

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
