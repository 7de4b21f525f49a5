// `npm run docs`: writes what is made from the sources: README's rule table, docs/layouts.md, the schemas of
// nianbao.config.json and of *.report-format.json, the rules among the settings in package.json with what they are called
// in each language, and, where published reports are beside the checkout, docs/corpus.md and the counts in docs/rules.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { out, root } from '../host/paths.mjs'

const made = ['rule-table', 'layout-table', 'corpus-table', 'config-schema', 'settings', 'pack-schema']
const [
  { withRuleTable },
  { layoutPage },
  { corpusPage, withCounts },
  { configSchemaFile },
  { withRuleSettings, withRuleTexts },
  { packSchema },
] = await Promise.all(made.map(load))

rewrite('README.md', withRuleTable)
rewrite('package.json', withRuleSettings)
rewrite('package.nls.json', (texts) => withRuleTexts(texts, 'en'))
rewrite('package.nls.zh-cn.json', (texts) => withRuleTexts(texts, 'zh-CN'))
write('schemas/nianbao.config.schema.json', configSchemaFile())
write('schemas/report-format.schema.json', packSchema())
write('docs/layouts.md', layoutPage())
const corpus = corpusPage(path.resolve(root, '../shared'))
if (corpus !== undefined) write('docs/corpus.md', corpus)
rewrite('docs/rules/README.md', (page) => withCounts(page, path.resolve(root, '../shared')))

function write(name, text) {
  const file = path.join(root, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
}

function rewrite(name, change) {
  write(name, change(fs.readFileSync(path.join(root, name), 'utf8')))
}

async function load(name) {
  const outfile = path.join(out, 'docs', `${name}.mjs`)
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    logLevel: 'warning',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}
