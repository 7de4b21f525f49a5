import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packSchema } from '../../docs/pack-schema.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

test('schemas/report-format.schema.json is what `npm run docs` writes', () => {
  expect(packSchema()).toBe(read('schemas/report-format.schema.json'))
})

test('the editor holds every *.report-format.json against it', () => {
  expect(JSON.parse(read('package.json')).contributes.jsonValidation).toContainEqual({
    fileMatch: '*.report-format.json',
    url: './schemas/report-format.schema.json',
  })
})
