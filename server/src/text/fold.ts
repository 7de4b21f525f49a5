/**
 * Folding of look-alike characters: labels are compared without spaces, brackets, quotes and markup, with half-width
 * digits and letters, with radicals and traditional characters read as the ideographs meant. Every UTF-16 unit folds to
 * one unit or to none, so a position in the folded text always has its position in the source.
 */

/** Folds to nothing. */
export const DROPPED = 0

/** Stands for what parts the letters of a word, or the digits of a figure, in the source alone: it is no letter, nor a blank. */
export const WORD_JOINER = '\u2060'
export const JOINER = 0x2060

/** Radicals of the CJK supplement block, which NFKC leaves alone; PDF text layers are full of them. */
const RADICALS =
  '⺠民⻅见⻔门⻚页⻋车⻓长⻛风⻜飞⻢马⻥鱼⻦鸟⻬齐⻰龙⻆角⻉贝⻘青⻝食⻣骨⺟母⻁虎⻄西⻨麦⻩黄⻮齿⻤鬼⻧卤⻳龟⺀冫⻎辶⻖阝⻏阝⼾户'

/** Traditional and variant characters that occur in the labels of forms, each before the one that is meant. */
const VARIANTS =
  '總总計计項项規规範范複复復复議议訴诉訟讼審审結结維维糾纠屬属於于機机關关業业組组織织務务構构數数聯联開开報报資资訊讯動动絕绝對对許许處处罰罚強强費费額额採采購购現现廢废製制發发類类內内權权護护單单條条' +
  '補补見见門门車车長长過过記记錄录與与無无從从農农鄉乡鎮镇區区縣县來来後后國国際际該该認认確确據据書书戶户裏里說说實实檔档轉转繼继續续辦办當当獲获員员證证監监網网級级術术愛爱礙碍罷罢備备筆笔幣币畢毕編编' +
  '變变標标別别賓宾財财參参殘残慘惨倉仓側侧測测層层產产場场嘗尝償偿廠厂徹彻陳陈稱称誠诚懲惩遲迟衝冲籌筹儲储傳传創创純纯詞词達达帶带貸贷擔担黨党導导燈灯敵敌遞递調调訂订東东獨独讀读斷断隊队兌兑奪夺頓顿兒儿' +
  '販贩飯饭訪访紡纺風风鳳凤膚肤婦妇幹干剛刚鋼钢崗岗閣阁個个給给溝沟夠够穀谷顧顾館馆貫贯廣广歸归軌轨櫃柜貴贵漢汉號号紅红壞坏歡欢環环還还緩缓換换揮挥匯汇繪绘貨货禍祸擊击積积極极濟济價价艱艰間间簡简檢检薦荐' +
  '鑒鉴艦舰將将獎奖講讲膠胶腳脚較较階阶節节潔洁傑杰緊紧僅仅進进盡尽勁劲經经驚惊競竞靜静舊旧舉举劇剧鋸锯捲卷覺觉決决凱凯課课懇恳庫库塊块寬宽礦矿況况虧亏擴扩蘭兰攔拦欄栏爛烂勞劳澇涝樂乐壘垒離离裡里禮礼麗丽' +
  '歷历曆历勵励連连練练糧粮輛辆諒谅療疗遼辽獵猎臨临鄰邻賃赁齡龄領领靈灵劉刘樓楼爐炉魯鲁陸陆慮虑亂乱論论輪轮羅罗邏逻買买賣卖邁迈脈脉滿满貿贸麼么沒没彌弥綿绵廟庙滅灭畝亩謀谋難难腦脑鬧闹擬拟諾诺盤盘賠赔噴喷' +
  '頻频貧贫憑凭評评樸朴騎骑啟启棄弃氣气遷迁錢钱牆墙橋桥竊窃親亲傾倾輕轻請请慶庆窮穷勸劝讓让擾扰熱热榮荣軟软賽赛傘伞喪丧掃扫殺杀曬晒傷伤賞赏設设攝摄滲渗聲声勝胜師师濕湿時时識识勢势適适釋释飾饰試试壽寿獸兽' +
  '樹树豎竖雙双稅税順顺絲丝飼饲鬆松蘇苏肅肃雖虽隨随歲岁孫孙損损縮缩態态攤摊灘滩壇坛談谈湯汤討讨騰腾題题鐵铁聽听廳厅銅铜統统頭头圖图塗涂團团脫脱灣湾萬万衛卫違违圍围偉伟偽伪謂谓溫温聞闻穩稳烏乌誤误霧雾犧牺' +
  '習习襲袭戲戏係系細细峽峡狹狭顯显險险獻献線线詳详響响協协脅胁寫写謝谢興兴選选學学尋寻訓训遜逊壓压亞亚鹽盐嚴严顏颜驗验揚扬養养樣样陽阳謠谣藥药葉叶醫医遺遗儀仪藝艺億亿憶忆義义譯译異异陰阴銀银飲饮隱隐應应' +
  '營营擁拥傭佣優优憂忧郵邮猶犹遊游誘诱餘余漁渔語语預预譽誉園园緣缘遠远願愿約约躍跃閱阅雲云運运雜杂災灾載载贊赞暫暂責责擇择澤泽贈赠債债張张漲涨帳帐賬账診诊偵侦陣阵徵征爭争隻只執执職职紙纸質质幟帜終终種种' +
  '眾众週周駐驻築筑專专磚砖賺赚莊庄裝装狀状縱纵鑽钻屆届問问點点邊边體体兩两為为會会頁页它他'

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
