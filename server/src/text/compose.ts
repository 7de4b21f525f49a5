import { applyEdits, narrowed, ordered, type SpanEdit } from './span.ts'

/** A stretch of text that edits leave alone, by where it begins before and after them. */
interface Kept {
  readonly before: number
  readonly after: number
  readonly length: number
}

/**
 * The edits that do to a text at once what `first` does to it and `second` then does to the outcome: as small as they can
 * be, in the order of the text, none touching another. No comparison of texts guesses them: what neither step wrote stays.
 */
export function composed(text: string, first: readonly SpanEdit[], second: readonly SpanEdit[]): SpanEdit[] {
  const between = applyEdits(text, first)
  const outcome = applyEdits(between, second)
  const kept = keptByBoth(keptBy(text, first), keptBy(between, second))
  const edits: SpanEdit[] = []
  let before = 0
  let after = 0
  for (const piece of [...kept, { before: text.length, after: outcome.length, length: 0 }]) {
    const edit = { span: { start: before, end: piece.before }, newText: outcome.slice(after, piece.after) }
    const { span, newText } = narrowed(text, edit)
    if (span.start < span.end || newText !== '') edits.push({ span, newText })
    before = piece.before + piece.length
    after = piece.after + piece.length
  }
  return edits
}

function keptBy(text: string, edits: readonly SpanEdit[]): Kept[] {
  const kept: Kept[] = []
  let before = 0
  let after = 0
  const keepTo = (end: number) => {
    if (end > before) kept.push({ before, after, length: end - before })
    after += end - before
  }
  for (const { span, newText } of ordered(edits.map((edit) => narrowed(text, edit)))) {
    keepTo(span.start)
    after += newText.length
    before = span.end
  }
  keepTo(text.length)
  return kept
}

/** What the first edits leave and the second ones leave again. */
function keptByBoth(first: readonly Kept[], second: readonly Kept[]): Kept[] {
  const kept: Kept[] = []
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const a = first[i] as Kept
    const b = second[j] as Kept
    const start = Math.max(a.after, b.before)
    const end = Math.min(a.after + a.length, b.before + b.length)
    if (start < end) {
      kept.push({ before: a.before + start - a.after, after: b.after + start - b.before, length: end - start })
    }
    if (a.after + a.length < b.before + b.length) i++
    else j++
  }
  return kept
}
