import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { CATALOGUE, type Catalogue, newest } from '../../../server/src/formats/catalogue.ts'
import { parseFormatPack, withPacks } from '../../../server/src/formats/pack.ts'
import { zhCN } from '../../../server/src/review/messages/zh-CN.ts'
import type { ReviewOptions } from '../../../server/src/review/options.ts'
import { read, review } from '../../../server/src/review/review.ts'
import { Rollup } from '../../../server/src/review/rollup/rollup.ts'
import { RULE_BOOK } from '../../../server/src/review/rule-book.ts'
import { identityOf, Years } from '../../../server/src/review/years.ts'
import { pastOf } from '../../../server/src/rules/beside.ts'
import { SEVERITIES } from '../../../server/src/rules/rule.ts'

const PAGES = new URL('../../../docs/rules/', import.meta.url)
const pageOf = (id: string) => readFileSync(new URL(`${id}.md`, PAGES), 'utf8')

const KINDS = ['bad', 'good', 'format', 'last', 'part'] as const
type Kind = (typeof KINDS)[number]

/** What a page marks as examples of that kind: a fence of backticks, `nianbao bad` or `nianbao good`. */
const examples = (page: string, kind: Kind): string[] =>
  [...page.matchAll(/^(`{3,})nianbao (\w+)\n(.*?)^\1$/gms)]
    .filter(([, , marked]) => marked === kind)
    .map(([, , , report]) => report as string)

/** The formats that the examples of a page are held against: the official ones and, in a fence `nianbao format`, its own. */
function catalogueOf(page: string): Catalogue {
  const packs = examples(page, 'format').map((text) => parseFormatPack(text))
  expect(packs.flatMap(({ problems }) => problems)).toEqual([])
  return withPacks(CATALOGUE, packs)
}

/**
 * How the examples of a page are reviewed. A fence `nianbao last` is the report of the year before, for all of them: it
 * counts where it is found to be that, as it would be in a folder. Fences `nianbao part` are added up.
 */
function optionsFor(page: string, text: string): ReviewOptions {
  const catalogue = catalogueOf(page)
  const parts = examples(page, 'part')
  if (parts.length > 0) {
    const rollup = new Rollup(newest(CATALOGUE))
    for (const [index, part] of parts.entries()) rollup.add(`${index}.md`, read(part, { catalogue }))
    expect(rollup.parts.filter(({ isAdded }) => !isAdded)).toEqual([])
    return { catalogue, sum: rollup.sum }
  }
  const [last] = examples(page, 'last')
  if (last === undefined) return { catalogue }
  const years = new Years()
  const reports = { 'last.md': read(last, { catalogue }), 'this.md': read(text, { catalogue }) }
  for (const [name, report] of Object.entries(reports)) years.set(name, identityOf(report))
  const identity = identityOf(reports['this.md'])
  const found = identity && years.lastYearOf('this.md', identity)
  expect(found).toBe('last.md')
  return { catalogue, past: pastOf('last.md', reports['last.md']) }
}

test('every rule has a page, and every page a rule', () => {
  const pages = globSync('*/*.md', { cwd: PAGES }).map((file) => file.replace(/\.md$/, ''))
  expect(pages.sort()).toEqual(RULE_BOOK.map(({ id }) => id).sort())
})

describe.each(RULE_BOOK.map((rule) => [rule.id, rule.severity] as const))('docs/rules/%s.md', (id, severity) => {
  const page = pageOf(id)

  test('is headed by the id and what the message table says of the rule, and has an English half', () => {
    expect(page.split('\n')[0]).toBe(`# ${id} ${zhCN[`rule:${id}` as keyof typeof zhCN]}`)
    expect(page).toMatch(/^## English\n\n\S/m)
  })

  test('names the severity, the rule’s own first', () => {
    const names = { error: '错误', warning: '警告', info: '提示', hint: '建议' }
    expect(SEVERITIES.find((one) => page.includes(`\n默认级别：${names[one]}`))).toBe(severity)
  })

  test('names no rule that does not exist', () => {
    const named = [...page.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, rule]) => rule)
    expect(named.filter((rule) => !RULE_BOOK.some((known) => known.id === rule))).toEqual([])
  })

  test.each(examples(page, 'bad'))('bad example %$ is found', (text) => {
    const { findings, failures } = review(text, optionsFor(page, text))
    expect(failures).toEqual([])
    expect(findings.map(({ rule }) => rule)).toContain(id)
  })

  test.each(examples(page, 'good'))('good example %$ is not', (text) => {
    const { report, findings } = review(text, optionsFor(page, text))
    expect(report.isReport).toBe(true)
    expect(findings.map(({ rule }) => rule)).not.toContain(id)
  })

  test('has an example of either kind, and no other fence', () => {
    const fences = page.match(/^`{3,}.+$/gm)?.map((fence) => fence.replace(/^`+/, ''))
    expect(fences?.toSorted()).toEqual(
      KINDS.flatMap((kind) => examples(page, kind).map(() => `nianbao ${kind}`)).toSorted(),
    )
    expect(fences).toEqual(expect.arrayContaining(['nianbao bad', 'nianbao good']))
  })
})
