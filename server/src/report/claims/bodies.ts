/** The organ of a report, and how other bodies are named. */
export interface Bodies {
  /** Undefined where the report does not name its organ. */
  readonly organ: string | undefined
  /** The last word of a body's name, right before what it does. */
  readonly names: RegExp
}

const NAME = /\p{Script=Han}{1,16}$/u
const JOINTS = /及其?|和|与/
/** A name that is cut short begins with its place, or with itself. */
const PLACES = '省市区县州旗乡镇'

/** Whether words name a body that is not the report's own: 县教育局 in the report of a county, 市政府 in that of a 局. */
export function namesOther(words: string, { organ, names }: Bodies): boolean {
  for (const { index, 0: last } of words.matchAll(names)) {
    const end = index + last.length
    const name = NAME.exec(words.slice(Math.max(0, end - 16), end))?.[0] ?? last
    if (!isOwn(name, last, organ)) return true
  }
  return false
}

function isOwn(name: string, last: string, organ: string | undefined): boolean {
  // 我局, 本镇, 全局.
  if (/[我本该全]$/.test(name.slice(0, name.length - last.length))) return true
  if (organ === undefined) return false
  return [name, ...name.split(JOINTS)].some((one) => isShortFor(one, organ))
}

/** 县住建局 for 青禾县住房和城乡建设局: its letters in their order, from a place or the beginning on. */
function isShortFor(name: string, organ: string): boolean {
  const whole = plain(organ)
  const starts = [...name].flatMap((letter, index) => (index === 0 || PLACES.includes(letter) ? [index] : []))
  return starts.some((start) => name.length - start >= 2 && isWithin(plain(name.slice(start)), whole))
}

const plain = (name: string): string => name.replaceAll('人民政府', '政府')

/** Whether the letters of a word come one after another in another one. */
function isWithin(letters: string, word: string): boolean {
  let at = 0
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
