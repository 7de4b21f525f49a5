import fc from 'fast-check'
import markdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { type Card, markup } from '../../../server/src/features/markup.ts'

const reader = markdownIt({ html: true, linkify: false }).enable(['strikethrough', 'table'])

/** What a reader of the Markdown sees: blocks by their tags, and the text in them. */
const seen = (value: string) =>
  reader.parse(value, {}).flatMap((token) => {
    if (token.type !== 'inline') return token.nesting === 1 ? [token.tag] : token.nesting === 0 ? [token.type] : []
    return (token.children ?? []).flatMap(({ type, content, tag }) =>
      type.startsWith('text') ? content : tag === 'strong' ? [] : type,
    )
  })

/** Neighbouring pieces of text are one; what is no text stays apart. */
const blocks = (value: string) =>
  seen(value).reduce<string[][]>((all, piece) => {
    if (/^(p|ul|ol|li|h\d|blockquote|table|pre)$/.test(piece)) all.push([piece])
    else all.at(-1)?.push(piece)
    return all
  }, [])

const card = (heading: string, lines: readonly string[] = [], items: readonly string[] = []): Card => ({
  heading,
  lines,
  items,
})

test('a heading, lines and a list', () => {
  const value = card('（七）总计·自然人：14', ['第三张表'], ['11 + 3 = 14', '14 ≠ 15'])
  expect(markup(value, 'markdown').value).toBe('**（七）总计·自然人：14**\n\n第三张表\n\n- 11 + 3 = 14\n- 14 ≠ 15')
  expect(markup(value, 'plaintext').value).toBe('（七）总计·自然人：14\n第三张表\n11 + 3 = 14\n14 ≠ 15')
})

test.each([
  '1.属于国家秘密',
  '1. 表',
  '3) 表',
  '# 表',
  '- 表',
  '+ 表',
  '> 表',
  '***',
  '---',
  '===',
  '~~~',
  '```',
  '| a | b |',
])('Markdown leaves %s as it is, wherever it stands', (text) => {
  const { value } = markup(card(text, [text], [text]), 'markdown')
  expect(blocks(value).map((block) => [block[0], block.slice(1).join('')])).toEqual([
    ['p', text],
    ['p', text],
    ['ul', ''],
    ['li', ''],
    ['p', text],
  ])
})

test('Markdown leaves any text as it is', () => {
  const mark = fc.constantFrom(
    ...'\\`*_~[](){}<>#+-=.!|&;:/@"\' \n1a七（）“”'.split(''),
    '&amp;',
    '<b>',
    '](x)',
    '**',
    '- ',
    '1. ',
  )
  // A Markdown paragraph cannot begin or end in a space, nor hold two of them.
  const text = fc
    .string({ unit: mark, minLength: 1, maxLength: 30 })
    .map((drawn) => `x${drawn}`.trim().replace(/\s+/g, ' '))
  const anywhere = fc
    .string({ unit: mark, minLength: 1 })
    .map((drawn) => drawn.trim().replace(/\s+/g, ' '))
    .filter((drawn) => drawn !== '')
  fc.assert(
    fc.property(text, anywhere, anywhere, (heading, line, item) => {
      const { value } = markup(card(heading, [line], [item]), 'markdown')
      expect(blocks(value).map((block) => [block[0], block.slice(1).join('')])).toEqual([
        ['p', heading],
        ['p', line],
        ['ul', ''],
        ['li', ''],
        ['p', item],
      ])
    }),
    { numRuns: 500 },
  )
})
