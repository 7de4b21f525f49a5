import { describe, expect, test } from 'vitest'
import { formatFor } from '../../../server/src/formats/catalogue.ts'
import { sayWording } from '../../../server/src/review/messages/index.ts'
import { review } from '../../../server/src/review/review.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { drawFrom, soundFigures } from '../../generator/figures.ts'
import { STYLE_NAMES, type StyleName } from '../../generator/layouts/index.ts'
import { writeReport } from '../../generator/report.ts'
import { catalogueWith, packText } from '../formats/made-kind.ts'

/** The official editions, with a limit on sections of that of 2021. */
const limited = (limits: Readonly<Record<string, object>>) =>
  catalogueWith(
    packText({
      kind: 'disclosure',
      extends: '2021',
      sections: Object.entries(limits).map(([id, length]) => ({ id, length })),
    }),
  )

const draft = (overview: string) =>
  `青禾县水利局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n${overview}\n\n二、主动公开政府信息情况\n\n无。\n`

function said(text: string, catalogue: ReturnType<typeof limited>): string[] {
  const { findings, failures } = review(text, { catalogue })
  expect(failures).toEqual([])
  return findings
    .filter(({ rule }) => rule === 'content/length')
    .map(({ span, wording }) => `${sliceOf(text, span)}: ${sayWording('zh-CN', wording)}`)
}

const written = (style: StyleName, catalogue: ReturnType<typeof limited>) => {
  const format = formatFor(catalogue, 2023)
  if (format === null) throw new Error('no edition')
  return writeReport({ format, style, figures: soundFigures(format, drawFrom(2)), year: 2023 }).text
}

describe('a section with a limit', () => {
  const catalogue = limited({ overview: { most: 12 } })

  test('may be as long as it, and no longer', () => {
    expect(said(draft('全年发布 286 条，都已答复。'), catalogue)).toEqual([])
    expect(said(draft('全年发布信息 286 条，都已答复。'), catalogue)).toEqual([
      '一、总体情况: “一、总体情况”有 14 字，超过了 12 字。',
    ])
  })

  test('says who asks for it', () => {
    expect(said(draft('全年发布信息。'), limited({ overview: { most: 3, source: '青政办函〔2023〕41号' } }))).toEqual([
      '一、总体情况: “一、总体情况”有 7 字。青政办函〔2023〕41号要求不超过 3 字。',
    ])
  })

  test('is one of the official editions nowhere', () => {
    expect(review(draft('字'.repeat(5000))).findings.filter(({ rule }) => rule === 'content/length')).toEqual([])
  })

  test('that is missing is not too long', () => {
    expect(said(draft('无。').replace('一、总体情况', ''), catalogue)).toEqual([])
  })
})

// Without line ends nothing says where a table ends and a sentence begins.
test.each(STYLE_NAMES.filter((style) => style !== 'absent' && style !== 'gluedFlat'))(
  'tables, tags and marks are no prose, as %s',
  (style) => {
    const catalogue = limited({ requests: { most: 40 }, other: { most: 39 } })
    const found = said(written(style, catalogue), catalogue)
    expect(found).toEqual(['六、其他需要报告的事项: “六、其他需要报告的事项”有 40 字，超过了 39 字。'])
  },
)
