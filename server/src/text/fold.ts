/**
 * Folding of look-alike characters: labels are compared without spaces, brackets, quotes and markup, with half-width
 * digits and letters, with radicals and traditional characters read as the ideographs meant. Every UTF-16 unit folds to
 * one unit or to none, so a position in the folded text always has its position in the source.
 */

/** Folds to nothing. */
export const DROPPED = 0

/** Radicals of the CJK supplement block, which NFKC leaves alone; PDF text layers are full of them. */
const RADICALS =
  '⺠民⻅见⻔门⻚页⻋车⻓长⻛风⻜飞⻢马⻥鱼⻦鸟⻬齐⻰龙⻆角⻉贝⻘青⻝食⻣骨⺟母⻁虎⻄西⻨麦⻩黄⻮齿⻤鬼⻧卤⻳龟⺀冫⻎辶⻖阝⻏阝⼾户'

/** Traditional and variant characters that occur in the labels of the form. */
const VARIANTS =
  '總总計计項项規规範范複复復复議议訴诉訟讼審审結结維维糾纠屬属於于機机關关業业組组織织務务構构數数聯联開开' +
  '報报資资訊讯動动絕绝對对許许處处罰罚強强費费額额採采購购現现廢废製制發发類类內内權权護护單单條条補补' +
  '見见門门車车長长過过記记錄录與与無无從从農农鄉乡鎮镇區区縣县來来後后國国際际該该認认確确據据書书戶户裏里說说實实檔档轉转繼继續续辦办當当獲获員员確确證证監监網网級级術术動动'

const TABLE = makeTable()

/** The unit that a UTF-16 unit folds to, or DROPPED. */
export const foldUnit = (unit: number): number => TABLE[unit] as number

/** A text without what labels do not differ in. */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i))
    if (unit !== DROPPED) folded += String.fromCharCode(unit)
  }
  return folded
}

/** The unit as half-width where it is a full-width digit, sign or letter; brackets and punctuation too. */
export const halfWidth = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0
  for (const pairs of [VARIANTS, RADICALS]) {
    for (let i = 0; i + 1 < pairs.length; i += 2) table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1)
  }
  // Kangxi radicals and compatibility ideographs: NFKC knows which ideograph is meant.
  for (const [from, to] of [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfad9],
  ] as const) {
    for (let unit = from; unit <= to; unit++) {
      const composed = String.fromCharCode(unit).normalize('NFKC')
      if (composed.length === 1 && table[unit] === unit) table[unit] = table[composed.charCodeAt(0)] as number
    }
  }
  const dropped =
    ' \t\r\n\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u00ad\u200b\u200c\u200d\u2060' +
    '|*#_`~>()[]{}（）［］｛｝〔〕【】《》〈〉<「」『』“”‘’"\'＂＇、，,.．·•/／:：｜─│┃'
  for (const mark of dropped) table[mark.charCodeAt(0)] = DROPPED
  for (let unit = 0x2000; unit <= 0x200a; unit++) table[unit] = DROPPED
  return table
}
