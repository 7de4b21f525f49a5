/** How Word writes the numbers of headings and lists, by the names of `w:numFmt`. */

const DIGITS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
]

/** A number in a format; in plain digits where the format is none of those in use here. */
export function counted(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return inWords(value)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('')
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value)
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value)
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCharCode(0x3280 + value - 1) : inWords(value)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** 十一, 二十, 一百零五; as it is from ten thousand on, which no report counts to. */
function inWords(value: number): string {
  if (value < 0 || value > 9999) return String(value)
  if (value === 0) return DIGITS[0] ?? ''
  let words = ''
  const digits = [...String(value)].map(Number)
  digits.forEach((digit, index) => {
    const unit = UNITS[digits.length - 1 - index] ?? ''
    if (digit > 0) words += (DIGITS[digit] ?? '') + unit
    else if (digits.slice(index).some((rest) => rest > 0) && !words.endsWith('零')) words += '零'
  })
  return value >= 10 && value < 20 ? words.slice(1) : words
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  return ROMAN.reduce((written, [letter, worth]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return written + letter.repeat(times)
  }, '')
}

/** A to Z, then AA to ZZ, as Word goes on. */
const letters = (value: number): string =>
  value < 1 || value > 260 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
