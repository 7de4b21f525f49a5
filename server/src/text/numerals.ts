const DIGITS = '〇一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const WRITTEN = /^[〇零○一二两三四五六七八九十百千万亿]{1,16}$/

/** The whole number that Chinese numerals write, by places (二〇二一) or by units (三千二百); undefined if they write none. */
export function readNumerals(text: string): number | undefined {
  if (!WRITTEN.test(text)) return undefined
  const plain = text.replace(/[零○]/g, '〇').replaceAll('两', '二')
  if (!/[十百千万亿]/.test(plain)) return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''))
  // 亿 and 万 multiply what stands before them, down to the last larger one.
  const [hundredMillions, belowThem] = splitAt(plain, '亿')
  const [tenThousands, rest] = splitAt(belowThem, '万')
  return sectionOf(hundredMillions) * 1e8 + sectionOf(tenThousands) * 1e4 + sectionOf(rest)
}

function splitAt(text: string, unit: string): [string, string] {
  const at = text.indexOf(unit)
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 1)]
}

/** A number below ten thousand. */
function sectionOf(text: string): number {
  let total = 0
  let digit = 0
  for (const letter of text) {
    const unit = UNITS[letter]
    if (unit === undefined) digit = Math.max(0, DIGITS.indexOf(letter))
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}
