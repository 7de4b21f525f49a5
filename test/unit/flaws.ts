import type { Review } from '../../server/src/review/review.ts'
import type { Span, SpanEdit } from '../../server/src/text/span.ts'

/** Everything that is wrong with a review whatever its text says: failures, and places that cannot be. */
export function flaws({ report, findings, failures }: Review): string[] {
  const { text, facts, sections, tables } = report
  const flaws = failures.map(({ rule, error }) => `${rule} threw ${error}`)
  const within = (name: string, { start, end }: Span, outer: Span = { start: 0, end: text.length }) => {
    if (!(outer.start <= start && start <= end && end <= outer.end))
      flaws.push(`${name}: ${start}–${end} is not within ${outer.start}–${outer.end}`)
  }
  const ordered = (name: string, spans: readonly Span[]) => {
    spans.forEach(({ start }, index) => {
      const before = spans[index - 1]
      if (before !== undefined && before.start > start) flaws.push(`${name}: ${before.start} stands before ${start}`)
    })
  }
  const apart = (name: string, edits: readonly SpanEdit[]) => {
    const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end)
    spans.forEach((span, index) => {
      const before = spans[index - 1]
      if (before !== undefined && before.end > span.start) flaws.push(`${name}: edits overlap at ${span.start}`)
    })
  }
  if (facts.title !== undefined) within('title', facts.title)
  if (facts.secondTitle !== undefined) within('second title', facts.secondTitle)
  const { periods, notices, dates } = facts
  for (const [name, stated] of Object.entries({ periods, notices, dates })) {
    for (const { span } of stated) within(name, span)
    ordered(
      name,
      stated.map(({ span }) => span),
    )
  }
  for (const { id, title, span } of sections) {
    within(`section ${id}`, span)
    within(`heading of ${id}`, title, span)
  }
  ordered(
    'sections',
    sections.map(({ span }) => span),
  )
  for (const { id, span, rows, cells } of tables) {
    within(`table ${id}`, span)
    for (const row of rows) {
      within(`row ${id}/${row.id}`, row.span)
      within(`label of ${id}/${row.id}`, row.label)
    }
    ordered(
      `rows of ${id}`,
      // The form gives one row of remedies no label of its own: it begins at its figures, which stand below all labels.
      rows.filter(({ label }) => label.start < label.end).map(({ span }) => span),
    )
    for (const [key, cell] of cells) {
      within(`cell ${id}/${key}`, cell.span)
      if (text.slice(cell.span.start, cell.span.end) !== cell.raw) flaws.push(`cell ${id}/${key} is not ${cell.raw}`)
    }
    ordered(
      `cells of ${id}`,
      [...cells.values()].map(({ span }) => span),
    )
  }
  ordered(
    'tables',
    tables.map(({ span }) => span),
  )
  for (const { rule, span, related, fixes } of findings) {
    within(rule, span)
    for (const one of related) within(`${rule}, related`, one.span)
    for (const { edits } of fixes) {
      for (const edit of edits) within(`${rule}, edit`, edit.span)
      apart(rule, edits)
    }
  }
  ordered(
    'findings',
    findings.map(({ span }) => span),
  )
  return flaws
}
