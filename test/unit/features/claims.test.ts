import { describe, expect, test } from 'vitest'
import type { Hover, Location, MarkupContent } from 'vscode-languageserver-types'
import { definition } from '../../../server/src/features/definition.ts'
import { hover } from '../../../server/src/features/hover.ts'
import { references } from '../../../server/src/features/references.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'
import { planted } from '../rules/planted.ts'
import { documentOf } from './made-review.ts'

const sound = planted()
const received = sound.figures.get('requests/received/total') ?? 0
const brought = sound.figures.get('requests/broughtForward/total') ?? 0

const at = (prose: string) => {
  const { text, span } = marked(sound.text.replace(/(一、总体情况\n\n)[^\n]*/, `$1${prose}`))
  const document = documentOf(text)
  return { review: review(text), document, position: document.positionAt(span.start) }
}

describe('on a sentence about the tables', () => {
  test('a hover says what they have, each way it may be meant', () => {
    const { review, document, position } = at(`收到政府信息公开申请⟦${received}⟧件。`)
    const answer = hover(review, document, position, { language: 'zh-CN', markup: 'plaintext' }) as Hover
    expect((answer.contents as MarkupContent).value.split('\n')).toEqual([
      `收到政府信息公开申请${received}件`,
      '表中相应的数：',
      `✓ 一、本年新收政府信息公开申请数量·总计：${received}`,
      expect.stringMatching(new RegExp(`^[✓✗] .*：${received + brought}$`)),
    ])
  })

  test('the definition is the cell', () => {
    const { review, document, position } = at(`收到政府信息公开申请⟦${received}⟧件。`)
    const found = definition(review, document, position, { links: false }) as Location[]
    expect(found.map(({ range }) => document.getText(range))).toEqual([String(received)])
  })

  test('the references of the cell have the sentence', () => {
    const said = `收到政府信息公开申请${received}件`
    const { review, document } = at(`${said}⟦。⟧`)
    const cell = review.report.tables.find(({ id }) => id === 'requests')?.cells.get('received/total')
    const position = document.positionAt(cell?.span.start ?? 0)
    const found = references(review, document, position, { includeDeclaration: false }) ?? []
    expect(found.map(({ range }) => document.getText(range))).toContain(said)
  })

  test('about something else there is nothing', () => {
    const { review, document, position } = at(`收到群众来信⟦${received}⟧件。`)
    expect(hover(review, document, position, { language: 'zh-CN', markup: 'plaintext' })).toBeNull()
    expect(definition(review, document, position, { links: false })).toBeNull()
  })
})
