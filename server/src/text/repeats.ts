/** A word or clause that stands twice in a row, or more often. */
export interface Repeat {
  /** The word, once. */
  readonly word: string
  /** From where it stands for the second time to its last end. */
  readonly from: number
  readonly to: number
}

const LONGEST = 40
/** Shorter ones count only where they are nothing but ideographs: `谁审查、谁审查` is meant so. */
const CLAUSE = 8
const HAN = /^[\u4e00-\u9fff]+$/
const CLAUSE_LETTERS = /^[\u4e00-\u9fff\d ,、“”《》A-Za-z]+$/

/**
 * The words of two letters or more, and the clauses, that stand twice in a row in a text, and 的的. What the language
 * doubles by itself is none: 一件一件, 二零二零, 研究研究, the ends and beginnings of words in a row.
 */
export function repeatsIn(text: string): Repeat[] {
  const repeats: Repeat[] = []
  // A repeat begins with a pair of letters that was seen one word before.
  const pairs = new RecentPairs(text)
  let end = 0
  for (let at = 0; at + 1 < text.length; at++) {
    const before = pairs.before(at)
    if (at >= end && isParticle(text, at)) {
      repeats.push({ word: '的', from: at + 1, to: at + 2 })
      end = at + 2
      continue
    }
    if (before === undefined || before < end) continue
    const length = at - before
    if (length < 2) continue
    const word = text.slice(before, at)
    if (!text.startsWith(word, at)) continue
    end = at + length
    while (text.startsWith(word, end)) end += length
    if (isSlip(text, word, before)) repeats.push({ word, from: at, to: end })
  }
  return repeats
}

/** Where each pair of letters stood last, as far as that is near: in a table by their hash, with what has the same before it. */
class RecentPairs {
  readonly #text: string
  readonly #last = new Int32Array(HASHES).fill(NEVER)
  readonly #earlier = new Int32Array(NEAR)

  constructor(text: string) {
    this.#text = text
  }

  /** Asked for each place in its order. */
  before(at: number): number | undefined {
    const text = this.#text
    const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
    const hash = (first * 31 + second) & (HASHES - 1)
    const last = this.#last[hash] as number
    this.#last[hash] = at
    this.#earlier[at & (NEAR - 1)] = last
    let before = last
    while (at - before <= LONGEST) {
      if (text.charCodeAt(before) === first && text.charCodeAt(before + 1) === second) return before
      before = this.#earlier[before & (NEAR - 1)] as number
    }
    return undefined
  }
}

const HASHES = 1 << 12
/** A power of two above `LONGEST`. */
const NEAR = 64
const NEVER = -LONGEST - 1

/** 的的, but not at the end of 目的 or at the beginning of 的确. */
const isParticle = (text: string, at: number): boolean =>
  text[at] === '的' &&
  text[at + 1] === '的' &&
  !'目标的'.includes(text[at - 1] ?? ' ') &&
  !'确士的'.includes(text[at + 2] ?? ' ')

/** Verbs that are doubled for a light touch, words doubled for force, and names that end as their head's title begins. */
const DOUBLED = new Set(
  (
    '研究 讨论 商量 了解 介绍 考虑 休息 放松 锻炼 打听 琢磨 参考 体验 感受 比较 交流 许多 非常 很多 十分 每天 ' +
    '大队 支队 总队 中队 中心 社区 街道 小组'
  ).split(' '),
)
const NUMERALS = /^[一二三四五六七八九十百千万零两〇]+$/
/** 一步一步, 谁审查谁审查, …的通知的通知, 某某, 各镇各镇. */
const MEANT = /^[一谁的某每逐]|的$/
/** A heading's number ends right before: its words may begin the text again, where the line end was lost. */
const NUMBERED = /(?:[)）]|[一二三四五六七八九十\d][、.．])\s?$/

function isSlip(text: string, word: string, start: number): boolean {
  if (word.length < CLAUSE ? !HAN.test(word) : !CLAUSE_LETTERS.test(word)) return false
  if (/^(.)\1*$/u.test(word) || NUMERALS.test(word) || MEANT.test(word) || DOUBLED.has(word)) return false
  return !NUMBERED.test(text.slice(Math.max(0, start - 3), start))
}
