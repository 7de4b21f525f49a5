/**
 * The length of a text as word processors count it (字数): each ideograph and each of its punctuation marks is one, and so
 * is each word or figure in other letters. Marks alone, such as those of Markdown, are none.
 */
export function wordCount(text: string): number {
  classes ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(String.fromCharCode(unit)))
  let count = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const kind = classes[text.charCodeAt(at)]
    if (kind === MARK) continue
    if (kind === WIDE || (kind === LETTER && !isInWord)) count++
    isInWord = kind === LETTER
  }
  return count
}

const MARK = 0
const SPACE = 1
const LETTER = 2
const WIDE = 3

let classes: Uint8Array | undefined

/** Of a pair that writes one ideograph, the first unit counts. */
function classOf(unit: string): number {
  if (IDEOGRAPH.test(unit) || /[\ud840-\ud8ff]/.test(unit)) return WIDE
  if (/[\p{L}\p{N}]/u.test(unit)) return LETTER
  return /\s/.test(unit) ? SPACE : MARK
}

/** Ideographs, full-width letters, and punctuation that is written as wide as they are. */
const IDEOGRAPH = /[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uffef“”‘’—…·]/
