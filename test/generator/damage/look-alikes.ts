/** Characters that look like those of the form. */

const KANGXI = '一⼀二⼆人⼈八⼋力⼒十⼗大⼤工⼯文⽂方⽅止⽌民⺠目⽬立⽴行⾏见⻅金⾦无⽆生⽣自⾃用⽤'
const TRADITIONAL =
  '总總计計项項规規范範复複议議诉訴讼訟审審结結维維纠糾属屬关關业業组組织織务務构構数數现現废廢制製发發类類' +
  '内內权權护護单單条條补補确確据據过過决決处處罚罰强強费費额額采採购購对對许許动動绝絕机機续續办辦'

export const inKangxi = (text: string): string => mapped(text, KANGXI)

/** As encyclopaedias copy it; with Taiwan's word for a document where asked. */
export const inTraditional = (text: string, words: boolean): string =>
  mapped(words ? text.replaceAll('文件', '檔案') : text, TRADITIONAL)

function mapped(text: string, pairs: string): string {
  return [...text]
    .map((letter) => {
      const at = pairs.indexOf(letter)
      return at === -1 || at % 2 === 1 ? letter : (pairs[at + 1] ?? letter)
    })
    .join('')
}
