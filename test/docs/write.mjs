// `npm run docs`: writes the rule table into README.md, from the rules and the message table.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { out, root } from '../host/paths.mjs'

const outfile = path.join(out, 'docs', 'rule-table.mjs')
await build({
  entryPoints: [path.join(import.meta.dirname, 'rule-table.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  charset: 'utf8',
  logLevel: 'warning',
  outfile,
})
const { withRuleTable } = await import(pathToFileURL(outfile).href)

const readme = path.join(root, 'README.md')
fs.writeFileSync(readme, withRuleTable(fs.readFileSync(readme, 'utf8')))
