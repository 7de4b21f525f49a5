import type { Format, Measure } from '../../formats/schema.ts'

/** A measure's ways of saying its figure, or that there was none, as patterns. */
export interface Wording {
  readonly measure: Measure
  readonly said: readonly RegExp[]
  /** A sentence without any of these words gives no figure of it. */
  readonly saidWords: RegExp
  readonly denied: readonly RegExp[]
  readonly units: ReadonlySet<string>
  readonly about: RegExp | undefined
  readonly unless: RegExp
  /** Words that turn a sentence to something else, but for those that the measure is about. */
  readonly elsewhere: RegExp
  readonly narrowing: RegExp
  readonly notDenied: RegExp
}

/** The wordings of a format, and what else decides how its prose is read. */
export interface Wordings {
  readonly measures: readonly Wording[]
  /** A sentence without any of these words gives no figure of the tables. */
  readonly saidWords: RegExp
  /** A sentence without any of these words denies nothing of them. */
  readonly words: RegExp
  readonly otherTimes: RegExp
  readonly everybody: RegExp
  /** The last word of a body's name, right before what it does. */
  readonly bodies: RegExp
  /** Before the percentage of a rate that cannot be more than all. */
  readonly rates: RegExp
}

const compiled = new WeakMap<Format, Wordings>()

export function wordingsOf(format: Format): Wordings {
  const known = compiled.get(format)
  if (known !== undefined) return known
  const { fillers, elsewhere, bodies, otherTimes, narrowing, everybody, notDenied, rates } = format.prose
  const made: Wordings = {
    measures: format.measures.map((measure) => ({
      measure,
      said: measure.said.map((said) => patternOf(said, fillers, measure.units)),
      saidWords: anyOf([...new Set(measure.said.flatMap(longestWords))]),
      denied: measure.denied.map((denied) => patternOf(denied, fillers, measure.units)),
      units: new Set(measure.units),
      about: measure.about.length === 0 ? undefined : anyOf(measure.about),
      unless: anyOf(measure.unless),
      elsewhere: anyOf(without(elsewhere, measure.despite)),
      narrowing: anyOf(without(narrowing, measure.despite)),
      notDenied: anyOf(without(notDenied, measure.despite)),
    })),
    saidWords: anyOf([...new Set(format.measures.flatMap(({ said }) => said.flatMap(longestWords)))]),
    words: anyOf(format.measures.flatMap(({ denied }) => denied.flatMap(firstWords))),
    otherTimes: anyOf(otherTimes),
    everybody: anyOf(everybody),
    bodies: bodies.length === 0 ? /(?!)/g : new RegExp(`(?:${bodies.map(escaped).join('|')})${DOES}`, 'g'),
    rates: anyOf(rates),
  }
  compiled.set(format, made)
  return made
}

/** What stands between the words of a measure: at most this much, and no other figure. */
const GAP = '[^,;。\\n\\d]{0,24}?'
/** Of figures in prose, as the reader of sentences finds them. */
const FIGURE =
  '(?:约|近|超过?|逾)?(?<figure>[\\d〇零一二两三四五六七八九十百千][\\d,.〇零一二两三四五六七八九十百千万亿]{0,14})[余多]?'
const CLAUSE = '(?<=^|[,;:、()\\n]|其中)'
/** Years as they are named: whether they are those that are meant is looked at when they are known. */
const YEAR_BEFORE = '(?<before>20\\d\\d) ?年?度?'
const YEAR_AFTER = '(?<after>20\\d\\d) ?年?度?'
/** A remark in brackets between the words and the figure. */
const REMARK = '(?:\\([^()\\d]{0,30}\\))?'

/** What a body does, or when, begins like this: 县教育局收到, 各部门2023年共. */
const DOES = '(?=\\s?(?:[收受新接共全累未没无本今在于已也均都当依对答作做及和与年\\d]|$))'

/** Bounded everywhere, so that a search is linear in the sentence. */
function patternOf(said: string, fillers: readonly string[], units: readonly string[]): RegExp {
  const filler = `${REMARK}(?:${[' ', ...fillers.map(escaped)].join('|')}){0,6}${REMARK}`
  const parts = said.replace(/^\^/, '').split(/([…·#<>])/)
  const source = parts
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '…') return GAP
      if (part === '·') return filler
      if (part === '<') return YEAR_BEFORE
      if (part === '>') return YEAR_AFTER
      if (part === '#') return `${FIGURE}(?: ?(?:${units.map(escaped).join('|')}))?`
      return `(?:${part.split('|').map(escaped).join('|')})`
    })
    .join('')
  return new RegExp((said.startsWith('^') ? CLAUSE : '') + source, 'gd')
}

/** Of the words that a wording cannot do without, those that are rarest, which are the longest. */
function longestWords(said: string): string[] {
  const groups = said
    .replace(/^\^/, '')
    .split(/[…·#<>]/)
    .filter((words) => words !== '')
    .map((words) => words.split('|'))
  const shortest = (words: readonly string[]) => Math.min(...words.map((word) => word.length))
  return groups.sort((a, b) => shortest(b) - shortest(a))[0] ?? []
}

const firstWords = (said: string): string[] => said.split(/[…·#]/)[0]?.split('|') ?? []

/** The words of a list as one pattern; one that matches nothing, where there are none. */
export const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(words.length === 0 ? '(?!)' : words.map(escaped).join('|'))

const without = (words: readonly string[], some: readonly string[]): readonly string[] =>
  some.length === 0 ? words : words.filter((word) => !some.includes(word))

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
