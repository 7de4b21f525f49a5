import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { review } from '../../../server/src/review/review.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { applyEdits } from '../../../server/src/text/span.ts'
import { drawFrom } from '../../generator/figures.ts'
import { ALL_SEPARATED } from '../../generator/render.ts'
import { found, planted } from './planted.ts'

// What went wrong once is found once, whatever sums it breaks: reports with one mistake each, drawn at random.

const PARTS = ['person', 'company', 'research', 'publicInterest', 'legalServices', 'otherOrganization']
/** The rows whose figures no result adds to. */
const NO_RESULT = ['received', 'broughtForward', 'carriedForward']

type Figures = ReturnType<typeof planted>['figures']
type Changes = Record<string, number>

const drawn = fc.record({
  seed: fc.nat(),
  layout: fc.constantFrom(...ALL_SEPARATED),
  year: fc.constantFrom(2020, 2023),
  scale: fc.constantFrom(0, 1, 9, 300, 4_000_000),
  pick: fc.nat(),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never

const rowsOf = (figures: Figures) => [
  ...new Set([...figures.keys()].flatMap((key) => (key.startsWith('requests/') ? [key.split('/')[1] as string] : []))),
]
const at = (figures: Figures, row: string, column: string) => figures.get(`requests/${row}/${column}`) ?? 0

/** A report with a mistake in it, and the same without. */
function mistaken(options: Drawn, mistake: (figures: Figures, draw: (most: number) => number) => Changes) {
  const sound = planted(options)
  const figures = mistake(sound.figures, drawFrom(options.pick))
  const { text } = planted({ ...options, figures })
  return { sound: sound.text, text, figures, findings: review(text).findings }
}

const mends = (text: string, fix: Finding['fixes'][number], sound: string) => applyEdits(text, fix.edits) === sound

/** The first result of several figures. */
const full = (figures: Figures) =>
  rowsOf(figures).find(
    (row) =>
      !NO_RESULT.includes(row) && [...PARTS, 'total'].filter((column) => at(figures, row, column) > 0).length > 2,
  ) as string

/** Another figure than the one there is: of any size, or off by a digit. */
function mistyped(value: number, draw: (most: number) => number): number {
  const digits = String(value)
  const place = draw(digits.length - 1)
  const typed = [
    draw(2 * value + 9),
    Number(digits.slice(0, place) + draw(9) + digits.slice(place + 1)),
    Number(digits + digits.slice(-1)),
    Number(digits.slice(0, place) + digits.slice(place + 1)),
  ][draw(3)]
  return typed === value || typed === undefined ? value + 1 + draw(8) : typed
}

/** A limit for tests of ever so many reports, on a machine that does other things as well; in milliseconds. */
const MANY = 120_000

/** How many of so many draws come out as hoped. */
function share(tries: number, of: (options: Drawn) => boolean): number {
  const results = fc.sample(drawn, tries).map(of)
  return results.filter(Boolean).length / tries
}

describe('two figures in different rows and columns', () => {
  test(
    'are both found and both restored, in at least 95 of 100',
    () => {
      const restored = share(150, (options) => {
        const addresses: string[] = []
        const { sound, text, findings } = mistaken(options, (figures, draw) => {
          const all = [...figures.keys()].filter((key) => key.startsWith('requests/'))
          const [, row, column] = (all[draw(all.length - 1)] as string).split('/') as [string, string, string]
          const others = all.filter((key) => key.split('/')[1] !== row && key.split('/')[2] !== column)
          addresses.push(`requests/${row}/${column}`, others[draw(others.length - 1)] as string)
          return Object.fromEntries(addresses.map((key) => [key, mistyped(figures.get(key) ?? 0, draw)]))
        })
        const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []).sort((a, b) => a.span.start - b.span.start)
        expect(findings.every(({ rule }) => rule.startsWith('arithmetic/'))).toBe(true)
        return (
          findings
            .map(({ address }) => address)
            .sort()
            .join() === addresses.sort().join() && applyEdits(text, edits) === sound
        )
      })
      expect(restored).toBeGreaterThanOrEqual(0.95)
    },
    MANY,
  )

  test('one fix mends both', () => {
    const sound = planted()
    const { text } = planted({ figures: { 'requests/granted/person': 71, 'requests/total/company': 94 } })
    for (const { rule, fixes } of review(text).findings) {
      expect([rule, fixes.map(({ title, preferred }) => [title.key, preferred])]).toEqual([
        'arithmetic/cell',
        [
          ['fix/figure', true],
          ['fix/together', false],
        ],
      ])
      expect(fixes[1] && mends(text, fixes[1], sound.text)).toBe(true)
    }
  })
})

describe('three figures', () => {
  test('are all found where they share no row or column', () => {
    const { text } = planted({
      figures: { 'requests/granted/person': 71, 'requests/total/company': 94, 'requests/received/research': 333 },
    })
    expect(found(text)).toEqual(['arithmetic/cell: 333', 'arithmetic/cell: 71', 'arithmetic/cell: 94'])
  })

  test('and more, each by itself', () => {
    const { text } = planted({
      figures: {
        'requests/granted/person': 71,
        'requests/total/company': 94,
        'requests/received/research': 333,
        'requests/refused.caseFile/publicInterest': 1234,
        'requests/notProcessed.petition/legalServices': 4321,
      },
    })
    expect(found(text).map((line) => line.split(': ')[1])).toEqual(['333', '71', '1234', '4321', '94'])
  })
})

describe('arithmetic/entry', () => {
  test(
    'a figure and the totals computed from it: one finding, the true entry mostly among its fixes',
    () => {
      const among = share(100, (options) => {
        const { sound, text, findings } = mistaken(options, (figures, draw) => {
          const rows = rowsOf(figures).filter((row) => row !== 'total')
          const row = rows[draw(rows.length - 1)] as string
          const column = PARTS[draw(5)] as string
          const value = at(figures, row, column)
          const by = mistyped(value, draw) - value
          const plus = (r: string, c: string) => ({ [`requests/${r}/${c}`]: at(figures, r, c) + by })
          const results = NO_RESULT.includes(row) ? {} : { ...plus('total', column), ...plus('total', 'total') }
          return { ...plus(row, column), ...plus(row, 'total'), ...results }
        })
        expect(findings.map(({ rule }) => rule)).toEqual(['arithmetic/entry'])
        const { fixes = [] } = findings[0] as Finding
        expect(fixes.length).toBeLessThanOrEqual(10)
        expect(fixes.filter(({ preferred }) => preferred)).toHaveLength(fixes.length === 1 ? 1 : 0)
        for (const fix of fixes.slice(0, 2)) expect(found(applyEdits(text, fix.edits))).toEqual([])
        return fixes.some((fix) => mends(text, fix, sound))
      })
      expect(among).toBeGreaterThanOrEqual(0.75)
    },
    MANY,
  )

  test('stands on （七） of its column where the results do not add up', () => {
    const { figures } = planted()
    const { text, cells } = planted({
      figures: {
        'requests/granted/person': at(figures, 'granted', 'person') + 5,
        'requests/granted/total': at(figures, 'granted', 'total') + 5,
      },
    })
    const [finding] = review(text).findings
    expect(finding).toMatchObject({
      rule: 'arithmetic/entry',
      address: 'requests/total/person',
      span: cells.get('requests/total/person'),
    })
  })

  test('a figure that equals the difference is the likeliest: it was counted twice', () => {
    const { figures } = planted({ seed: 8 })
    const { text } = planted({
      seed: 8,
      figures: {
        'requests/notProcessed.duplicate/person': 17,
        'requests/notProcessed.duplicate/total':
          at(figures, 'notProcessed.duplicate', 'total') - at(figures, 'notProcessed.duplicate', 'person') + 17,
      },
    })
    expect(at(figures, 'notProcessed.duplicate', 'person')).toBe(0)
    const [finding] = review(text).findings
    expect(finding?.fixes[0]?.title).toMatchObject({ key: 'fix/entry', args: { found: '17', expected: '0' } })
  })
})

describe('arithmetic/shifted', () => {
  test('a figure one column over: one finding, the true move among its fixes', () => {
    fc.assert(
      fc.property(drawn, (options) => {
        const { sound, text, figures, findings } = mistaken(options, (all, draw) => {
          const places = rowsOf(all).flatMap((row) =>
            PARTS.slice(1).flatMap((to, index) => {
              const from = PARTS[index] as string
              return at(all, row, from) === at(all, row, to) ? [] : [{ row, from, to }]
            }),
          )
          const place = places[draw(Math.max(0, places.length - 1))]
          if (place === undefined) return {}
          const { row, from, to } = place
          return { [`requests/${row}/${from}`]: at(all, row, to), [`requests/${row}/${to}`]: at(all, row, from) }
        })
        if (Object.keys(figures).length === 0) return
        expect(findings.map(({ rule }) => rule)).toEqual(['arithmetic/shifted'])
        const { fixes } = findings[0] as Finding
        expect(fixes.some((fix) => mends(text, fix, sound))).toBe(true)
        expect(fixes.filter(({ preferred }) => preferred)).toHaveLength(fixes.length === 1 ? 1 : 0)
      }),
      { numRuns: 60 },
    )
  })

  const columns = [...PARTS, 'total']
  const moved = (figures: Figures, from: (index: number) => number) =>
    Object.fromEntries(
      columns.map((column, index) => [
        `requests/received/${column}`,
        at(figures, 'received', columns[from(index)] ?? 'none'),
      ]),
    )
  const wholeRows: readonly [string, (figures: Figures) => Changes][] = [
    ['rotated', (figures) => moved(figures, (index) => index - 1)],
    ['rotated', (figures) => moved(figures, (index) => index + 1)],
    [
      'exchanged',
      (figures) => ({
        'requests/received/otherOrganization': at(figures, 'received', 'total'),
        'requests/received/total': at(figures, 'received', 'otherOrganization'),
      }),
    ],
    [
      'doubled',
      (figures) =>
        Object.fromEntries(columns.map((column) => [`requests/total/${column}`, 2 * at(figures, 'total', column)])),
    ],
    [
      'rotated',
      (figures) =>
        Object.fromEntries(
          columns.map((column, index) => [
            `requests/received/${column}`,
            at(figures, 'received', columns[(index + 6) % 7] as string),
          ]),
        ),
    ],
    [
      'swapped',
      (figures) =>
        Object.fromEntries(
          columns.flatMap((column) => [
            [`requests/received/${column}`, at(figures, 'carriedForward', column)],
            [`requests/carriedForward/${column}`, at(figures, 'received', column)],
          ]),
        ),
    ],
    [
      'repeated',
      (figures) =>
        Object.fromEntries(
          columns.map((column) => [`requests/unavailable.notHeld/${column}`, at(figures, 'total', column)]),
        ),
    ],
    [
      'countedTwice',
      (figures) => {
        const twice = full(figures)
        return Object.fromEntries(
          columns.map((column) => [
            `requests/total/${column}`,
            at(figures, 'total', column) + at(figures, twice, column),
          ]),
        )
      },
    ],
  ]

  test.each(wholeRows)('rows that are %s are said to be so, and moved back', (form, mistake) => {
    const zeros = Object.fromEntries(columns.map((column) => [`requests/unavailable.notHeld/${column}`, 0]))
    const { year, sound } = soundWithout(zeros)
    const { text } = planted({ year, seed: 5, figures: { ...sound.changed, ...mistake(sound.figures) } })
    const findings = review(text).findings
    expect(findings.map(({ rule, wording }) => [rule, wording.key])).toEqual([
      ['arithmetic/shifted', `arithmetic/shifted.${form}`],
    ])
    const [fix] = findings[0]?.fixes ?? []
    expect(fix?.preferred).toBe(true)
    expect(fix && mends(text, fix, sound.text)).toBe(true)
  })
})

/** A sound report in which a result has no figures: what it had is gone from the totals and from 一 as well. */
function soundWithout(zeros: Changes) {
  const year = 2023
  const { figures } = planted({ year, seed: 5 })
  const changed: Changes = { ...zeros }
  for (const address of Object.keys(zeros)) {
    const [, row = '', column = ''] = address.split('/')
    for (const other of ['total', 'received'])
      changed[`requests/${other}/${column}`] = at(figures, other, column) - at(figures, row, column)
  }
  return { year, sound: { ...planted({ year, seed: 5, figures: changed }), changed } }
}

describe('what nothing simple explains', () => {
  test('is said sum by sum, on the totals', () => {
    const { figures } = planted()
    const plus = (column: string, by: number) => ({
      [`requests/granted/${column}`]: at(figures, 'granted', column) + by,
    })
    const { text } = planted({
      figures: { ...plus('person', 1), ...plus('company', 2), ...plus('research', 4), ...plus('total', 7) },
    })
    expect(review(text).findings.map(({ rule, address }) => [rule, address])).toEqual(
      ['person', 'company', 'research', 'total'].map((column) => [
        'arithmetic/column-total',
        `requests/total/${column}`,
      ]),
    )
  })

  test('leaves no figure preferred beside it', () => {
    const { figures } = planted()
    const plus = (column: string, by: number) => ({
      [`requests/granted/${column}`]: at(figures, 'granted', column) + by,
    })
    const { text } = planted({
      figures: {
        ...plus('person', 1),
        ...plus('company', 2),
        ...plus('research', 4),
        ...plus('total', 7),
        'requests/received/legalServices': 500,
      },
    })
    const wrong = review(text).findings.find(({ rule }) => rule === 'arithmetic/cell')
    expect(wrong?.address).toBe('requests/received/legalServices')
    expect(wrong?.fixes.map(({ preferred }) => preferred)).toEqual([false])
  })
})
