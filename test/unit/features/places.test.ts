import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAt } from '../../../server/src/features/places.ts'
import type { Span } from '../../../server/src/text/span.ts'
import { marked } from '../../marked.ts'
import { requestsTable, reviewOf, sectionAt } from './made-review.ts'

/** A label within which, as in a torn table, stand another row’s label and figures; a blank; and a title. */
const { text, spans } = marked('⟦2.其他法律⟦（二）部分公开⟧⟦12⟧⟦3⟧⟦⟧行政法规⟧\t⟦⟧⟦45⟧ ⟦四、政府信息公开⟧\n')
const [torn, within, twelve, three, blank, other, after, title] = spans as [
  Span,
  Span,
  Span,
  Span,
  Span,
  Span,
  Span,
  Span,
]
const table = requestsTable({ start: 0, end: text.length }, [
  { id: 'refused.otherLaw', label: torn, figures: { person: other, company: after } },
  { id: 'partlyGranted', label: within, figures: { person: twelve, company: three, research: blank } },
])
const { report } = reviewOf(text, [], { tables: [table], sections: [sectionAt(text, title, text.length)] })
const spanAt = (offset: number) => placeAt(report, offset)?.span

describe('at an offset', () => {
  test.each([
    ['a figure', twelve.start, twelve],
    ['the figure that begins where another ends', twelve.end, three],
    ['a blank, before the figure that ends there', blank.start, blank],
    ['a figure, before the blank that it begins with', after.start, after],
    ['a label within another', within.start + 1, within],
    ['the label around it, again behind it', torn.end - 1, torn],
    ['a figure right before the cursor', after.end, after],
    ['a title', title.start, title],
  ])('stands %s', (_, offset, span) => {
    expect(spanAt(offset)).toEqual(span)
  })

  test('stands nothing outside of them', () => {
    expect(spanAt(text.length)).toBeUndefined()
    expect(placeAt(reviewOf('', []).report, 0)).toBeUndefined()
  })
})

test('a place is found wherever there is one, however places lie in one another', () => {
  const span = fc
    .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (labels) => {
      const rows = labels.map((label) => ({ id: 'received', label, figures: {} }))
      const drawn = reviewOf('', [], { tables: [requestsTable({ start: 0, end: 60 }, rows)] }).report
      for (let offset = 0; offset <= 62; offset++) {
        const there = labels.filter(({ start, end }) => start <= offset && offset <= end)
        const latest = Math.max(...there.map(({ start }) => start))
        expect(placeAt(drawn, offset)?.span.start).toBe(there.length === 0 ? undefined : latest)
      }
    }),
  )
})
