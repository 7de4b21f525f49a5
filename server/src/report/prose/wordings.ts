import type { Format } from '../../formats/schema.ts'
import { type Matcher, makeMatcher } from '../../text/matcher.ts'
import type { Report } from '../report.ts'

/** An occurrence of a wording; offsets are those of the report's squeezed text. */
export interface Occurrence {
  readonly word: string
  readonly from: number
  readonly to: number
}

/** A list of words of the format, itself: what it is asked by. */
type Words = readonly string[]

interface Compiled {
  readonly matcher: Matcher
  /** The list and the word of each pattern. */
  readonly patterns: readonly { readonly list: Words; readonly word: string }[]
}

const compiled = new WeakMap<Format, Compiled>()
const found = new WeakMap<Report, ReadonlyMap<Words, readonly Occurrence[]>>()
const NONE: readonly Occurrence[] = []

/**
 * Where the words of a list of the report's format stand, in the order of the text. All lists are looked up in one pass,
 * as labels are: across line ends, spaces and brackets, in whatever characters look alike.
 */
export function occurrencesOf(report: Report, list: Words): readonly Occurrence[] {
  let lists = found.get(report)
  if (lists === undefined) {
    lists = lookUp(report)
    found.set(report, lists)
  }
  return lists.get(list) ?? NONE
}

function lookUp({ facts, squeezed }: Report): Map<Words, Occurrence[]> {
  const lists = new Map<Words, Occurrence[]>()
  if (facts.format === null) return lists
  const { matcher, patterns } = compile(facts.format)
  matcher.scan(squeezed.text, (pattern, from, to) => {
    const { list, word } = patterns[pattern] as Compiled['patterns'][number]
    const occurrences = lists.get(list)
    if (occurrences === undefined) lists.set(list, [{ word, from, to }])
    else occurrences.push({ word, from, to })
  })
  return lists
}

function compile(format: Format): Compiled {
  const ready = compiled.get(format)
  if (ready !== undefined) return ready
  const patterns = listsIn(format).flatMap((list) => list.map((word) => ({ list, word })))
  const made = { matcher: makeMatcher(patterns.map(({ word }) => word)), patterns }
  compiled.set(format, made)
  return made
}

/** The lists that rules look for in the text. */
function listsIn({ content }: Format): Words[] {
  const { topics, duties, fees, problems, leftovers, parts } = content
  const subjects = [...(topics?.subjects ?? []), ...(duties?.subjects ?? [])]
  return [
    ...subjects.flatMap(({ names, signs }) => (signs === undefined ? [names] : [names, signs])),
    ...(fees === undefined ? [] : [fees.names, fees.signs]),
    ...(problems === undefined ? [] : [problems.problems, problems.measures]),
    ...(leftovers === undefined
      ? []
      : [leftovers.sentences, leftovers.notes, leftovers.blanks, leftovers.drafts ?? []]),
    ...(parts === undefined ? [] : [parts.signs, ...parts.sections.map(({ names }) => names)]),
  ]
}
