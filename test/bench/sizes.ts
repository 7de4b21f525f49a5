import MarkdownIt from 'markdown-it'
import { lint } from 'markdownlint/sync'
import { review } from '../../server/src/review/review.ts'
import { STYLE_NAMES, type StyleName } from '../generator/layouts/index.ts'
import { compare, ms, printTable, ratio } from './compare.ts'
import { reportOf } from './reports.ts'

const SIZES: readonly (readonly [label: string, bytes: number, rounds: number])[] = [
  ['10 KB', 10_000, 400],
  ['100 KB', 100_000, 60],
  ['1 MB', 1_000_000, 9],
  ['10 MB', 10_000_000, 3],
]

/** Reviewing a report beside parsing the same text with markdown-it and linting it with markdownlint. */
export function benchSizes(layout: StyleName): void {
  const markdown = new MarkdownIt()
  const rows = [
    ['report', 'review ms', 'markdown-it ms', 'markdownlint ms', 'review / markdown-it', 'review / markdownlint'],
  ]
  const times: number[] = []
  for (const [label, bytes, rounds] of SIZES) {
    const text = reportOf(bytes, layout)
    const lints = bytes <= 1_000_000 ? { markdownlint: () => lint({ strings: { text } }) } : {}
    const tasks = { review: () => review(text), parse: () => markdown.parse(text, {}), ...lints }
    // Linting is slow: it is timed in fewer rounds, but beside the others.
    const [own, parse, linted] = compare(tasks, Math.max(3, Math.ceil(rounds / 8)), bytes <= 10_000 ? 30 : 2)
    const [reviewed, parsed] = compare({ review: tasks.review, parse: tasks.parse }, rounds, bytes <= 10_000 ? 200 : 2)
    if (own === undefined || parse === undefined || reviewed === undefined || parsed === undefined) continue
    times.push(reviewed.median)
    rows.push([
      label,
      ms(reviewed.median),
      ms(parsed.median),
      linted === undefined ? '–' : ms(linted.median),
      ratio(reviewed.median / parsed.median),
      linted === undefined ? '–' : ratio(own.median / linted.median),
    ])
  }
  printTable(rows)
  console.log(`10 MB / 1 MB: ${ratio((times[3] ?? 0) / (times[2] ?? 1))}`)
}

/** A thousand different reports one after another. */
export function benchThousand(): void {
  const markdown = new MarkdownIt()
  const texts = Array.from({ length: 1000 }, (_, seed) => reportOf(10_000, 'pipes', seed))
  const [reviewed, parsed] = compare(
    {
      review: () => texts.forEach((text) => void review(text)),
      parse: () => texts.forEach((text) => void markdown.parse(text, {})),
    },
    5,
    1,
  )
  const [linted] = compare({ lint: () => texts.forEach((text) => void lint({ strings: { text } })) }, 1, 0)
  if (reviewed === undefined || parsed === undefined || linted === undefined) return
  printTable([
    ['1000 reports', 'review ms', 'markdown-it ms', 'markdownlint ms', 'review / markdown-it', 'review / markdownlint'],
    [
      '',
      ms(reviewed.median),
      ms(parsed.median),
      ms(linted.median),
      ratio(reviewed.median / parsed.median),
      ratio(reviewed.median / linted.median),
    ],
  ])
}

/** Each layout at 1 MB, beside the fastest. */
export function benchLayouts(): void {
  const names = STYLE_NAMES.filter((name) => name !== 'absent')
  const texts = new Map(names.map((name) => [name, reportOf(1_000_000, name)]))
  const timed = compare(Object.fromEntries(names.map((name) => [name, () => review(texts.get(name) ?? '')])), 7, 2)
  const fastest = Math.min(...timed.map(({ median }) => median))
  printTable([
    ['layout, 1 MB', 'review ms', '/ fastest'],
    ...timed.map(({ name, median }) => [name, ms(median), ratio(median / fastest)]),
  ])
}
