import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { contributes } from '../../../package.json'
import english from '../../../package.nls.json'
import chinese from '../../../package.nls.zh-cn.json'

const { properties } = contributes.configuration
const README = readFileSync('README.md', 'utf8')

/** The settings that the README shows. */
const shown = [...README.matchAll(/^```json\n(.*?)^```/gms)]
  .map(([, text = '']) => JSON.parse(text.startsWith('{') ? text : `{${text}}`))
  .find((settings) => 'nianbao.language' in settings)

test('the README has an example of each setting, which is right', () => {
  expect(Object.keys(shown).sort()).toEqual(Object.keys(properties).sort())
  const validate = new Ajv({ strict: false }).compile({ type: 'object', properties, additionalProperties: false })
  expect(validate(shown) || validate.errors).toBe(true)
})

test.each(Object.entries(properties))('%s is described in both languages', (_, property) => {
  const { description, markdownDescription }: { description?: string; markdownDescription?: string } = property
  const key = (markdownDescription ?? description)?.slice(1, -1) ?? ''
  for (const texts of [english, chinese] as Record<string, string>[]) expect(texts[key]).toBeTruthy()
})
