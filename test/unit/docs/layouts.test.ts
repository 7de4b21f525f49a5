import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layoutPage } from '../../docs/layout-table.ts'

test('docs/layouts.md is what `npm run docs` writes: how much of each layout is read', { timeout: 120_000 }, () => {
  expect(layoutPage()).toBe(readFileSync(new URL('../../../docs/layouts.md', import.meta.url), 'utf8'))
})
