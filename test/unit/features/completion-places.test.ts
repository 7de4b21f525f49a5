import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import { report } from '../../suite/fixtures.ts'
import { offeredAt } from './offered.ts'

// What is offered in places that look like those where something is missing.

describe('two reports in one text', () => {
  const first = report('pipes')
  const second = report('pipes').replaceAll('2023', '2022')

  test('the second, which is not reviewed, is offered nothing that the first lacks', () => {
    const torn = second.replace(/^.*7\.属于行政执法案卷.*$/m, '⟦⟧')
    expect(offeredAt(first + torn).labels).toEqual([])
    const without = first.slice(0, first.indexOf('## 六、'))
    for (const source of [`${without}${second}\n⟦⟧`, `${without}${second.replace(/^## 六.*$/m, '⟦⟧')}`])
      expect(offeredAt(source).labels).toEqual([])
  })

  test('the first is offered what it lacks, up to the title of the second', () => {
    const without = first.slice(0, first.indexOf('## 六、'))
    const { labels, with: putIn } = offeredAt(`${without}⟦⟧\n\n${second}`)
    expect(labels).toContain('六、其他需要报告的事项')
    expect(review(putIn('六、其他需要报告的事项')).report.sections.map(({ id }) => id)).toContain('other')
  })
})
