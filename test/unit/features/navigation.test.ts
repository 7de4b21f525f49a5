import { describe, expect, test } from 'vitest'
import type { Location, LocationLink } from 'vscode-languageserver-types'
import { definition } from '../../../server/src/features/definition.ts'
import { references } from '../../../server/src/features/references.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'
import { documentOf, URI } from './made-review.ts'

const LABELS = {
  received: '一、本年新收政府信息公开申请数量',
  brought: '二、上年结转政府信息公开申请数量',
  granted: '（一）予以公开',
  refused: '1.属于国家秘密',
  total: '（七）总计',
  carried: '四、结转下年度继续办理',
}

/** A table of a few rows; no figure comes twice, so that a text says which one it is. */
const FIGURES: Readonly<Record<keyof typeof LABELS, string>> = {
  received: '11\t12\t13\t14\t15\t16\t17',
  brought: '21\t22\t23\t24\t25\t26\t27',
  granted: '31\t32\t33\t34\t35\t36\t37',
  refused: '41\t42\t43\t44\t45\t46\t47',
  total: '51\t52\t53\t54\t55\t56\t57',
  carried: '61\t62\t63\t64\t65\t66\t67',
}
const TEXT = Object.entries(LABELS)
  .map(([id, label]) => `${label}\t${FIGURES[id as keyof typeof LABELS]}\n`)
  .join('')

/** The texts that a request for a figure leads to. */
const ask = (figure: string, answer: (figure: ReturnType<typeof at>) => Location[] | null) => {
  const place = at(figure)
  return answer(place)?.map(({ uri, range }) => (uri === URI ? place.document.getText(range) : uri))
}
const at = (figure: string) => {
  const { text, span } = marked(TEXT.replace(figure, `⟦${figure}⟧`))
  const document = documentOf(text)
  return { review: review(text), document, position: document.positionAt(span.start) }
}
const parts = (figure: string) =>
  ask(
    figure,
    ({ review, document, position }) => definition(review, document, position, { links: false }) as Location[],
  )
const totals = (figure: string, includeDeclaration = false) =>
  ask(figure, ({ review, document, position }) => references(review, document, position, { includeDeclaration }))

describe('the definition of', () => {
  test.each([
    ['a row’s total: its figures', '17', ['11', '12', '13', '14', '15', '16']],
    ['a column’s total: the results', '52', ['32', '42']],
    ['a total both ways', '57', ['37', '47', '51', '52', '53', '54', '55', '56']],
    ['the figure that a balance is shown on: the other side', '63', ['13', '23']],
  ])('%s', (_, figure, expected) => {
    expect(parts(figure)).toEqual(expected)
  })

  test.each(['11', '35', LABELS.total])('%s: none', (text) => {
    expect(parts(text)).toBeUndefined()
  })

  test('with links: the figure that it starts from, for clients that take them', () => {
    const { review, document, position } = at('17')
    const [link] = definition(review, document, position, { links: true }) as LocationLink[]
    expect(link?.targetUri).toBe(URI)
    expect(link?.originSelectionRange && document.getText(link.originSelectionRange)).toBe('17')
    expect(link && document.getText(link.targetSelectionRange)).toBe('11')
    expect(link?.targetRange).toEqual(link?.targetSelectionRange)
  })
})

describe('the references of', () => {
  test.each([
    ['a figure: its row’s total, its column’s', '32', ['37', '52']],
    ['the other side of a balance: where it is shown', '13', ['17', '63']],
    ['a row’s total: that of the column', '47', ['57']],
    ['a column’s total: that of the row', '53', ['57']],
  ])('%s', (_, figure, expected) => {
    expect(totals(figure)).toEqual(expected)
    expect(totals(figure, true)).toEqual([figure, ...expected])
  })

  test.each(['57', '67', LABELS.total])('%s: none', (text) => {
    expect(totals(text, true)).toBeUndefined()
  })
})
