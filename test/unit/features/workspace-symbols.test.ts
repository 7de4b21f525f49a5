import { expect, test } from 'vitest'
import { type Location, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types'
import { isMeant, workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts'
import { review } from '../../../server/src/review/review.ts'
import { NOTICE, report } from '../../suite/fixtures.ts'
import { documentOf } from './made-review.ts'

const text = report('tabs')
const document = documentOf(text)
const symbols = workspaceSymbols(review(text), document, 'zh-CN')
const named = (query: string) => symbols.filter((symbol) => isMeant(symbol, query)).map(({ name }) => name)

test('a report is found by its organ and year, and leads to its title', () => {
  const [symbol] = symbols as [WorkspaceSymbol]
  expect(symbol).toMatchObject({ name: '青禾县人民政府 2023 年', kind: SymbolKind.File })
  expect(document.getText((symbol.location as Location).range)).toBe('青禾县人民政府2023年政府信息公开工作年度报告')
})

test('its sections and tables are found by name, and say whose they are', () => {
  expect(named('总体情况')).toEqual(['一、总体情况'])
  expect(symbols.filter(({ kind }) => kind === SymbolKind.Array)).toHaveLength(3)
  expect(new Set(symbols.slice(1).map(({ containerName }) => containerName))).toEqual(
    new Set(['青禾县人民政府 2023 年']),
  )
})

test('letters may be left out, words stand in any order, and an empty query means all', () => {
  expect(named('总情')).toEqual(['一、总体情况'])
  expect(named('总体情况 青禾 2023')).toEqual(['一、总体情况'])
  expect(named('')).toHaveLength(symbols.length)
  expect(named('总体情况 白石')).toEqual([])
})

test('a report that does not say whose it is has symbols all the same', () => {
  const bare = text.slice(text.indexOf('一、总体情况'))
  const [first] = workspaceSymbols(review(bare), documentOf(bare), 'en')
  expect(first).toMatchObject({ kind: SymbolKind.File, location: { range: { start: { line: 0, character: 0 } } } })
})

test('a text that is no report has none', () => {
  expect(workspaceSymbols(review(NOTICE), documentOf(NOTICE), 'zh-CN')).toEqual([])
})
