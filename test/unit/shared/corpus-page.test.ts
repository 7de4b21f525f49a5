import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpusPage } from '../../docs/corpus-table.ts'
import { isShared } from './gold.ts'

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url))

test.skipIf(!isShared('seeds', 'corpus'))('docs/corpus.md is what `npm run docs` writes: rule by rule', () => {
  expect(corpusPage(SHARED)).toBe(readFileSync(new URL('../../../docs/corpus.md', import.meta.url), 'utf8'))
})
