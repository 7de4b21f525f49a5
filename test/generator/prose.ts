import type { Figures } from './figures.ts'

/** What the cells at an address add up to, whose row may be the beginning of several. */
export const figureAt = (figures: Figures, address: string): number => {
  const [table, row = '', column] = address.split('/')
  return [...figures]
    .filter(([key]) => {
      const [ofTable, ofRow = '', ofColumn] = key.split('/')
      return ofTable === table && ofColumn === column && (ofRow === row || ofRow.startsWith(`${row}.`))
    })
    .reduce((sum, [, value]) => sum + (value ?? 0), 0)
}

/** Paragraphs on the figures of a report's tables, and on many that are in none of them. All of it is true. */
export function richProse(figures: Figures): readonly string[] {
  const at = (address: string) => figureAt(figures, address)
  const received = at('requests/received/total')
  const brought = at('requests/broughtForward/total')
  const handled = at('requests/total/total')
  const carried = at('requests/carriedForward/total')
  const share = (part: number, whole: number) => ((100 * part) / whole).toFixed(2)
  const granted = at('requests/granted/total')
  const [web, mail, desk] = [Math.floor(received / 2), Math.floor(received / 4), 0]
  const rest = received - web - mail - desk
  return [
    `2023年，县政府及其部门共收到政府信息公开申请${received}件，比2022年增加12件；其中网络申请${web}件、信函申请${mail}件、当面申请${rest}件。连同上年结转${brought}件，已办结${handled}件，结转下年度继续办理${carried}件，答复率100%。`,
    ...(handled > 0 && granted > 0
      ? [
          `对依申请公开的答复中，予以公开${granted}件，占办结政府信息公开申请${handled}件的${share(granted, handled)}%，部分公开${at('requests/partlyGranted/total')}件。`,
        ]
      : []),
    `申请人中自然人${at('requests/received/person')}件、商业企业${at('requests/received/company')}件，另有电话咨询政府信息公开申请340余人次。`,
    '全年主动公开政府信息1.52万条，其中部门文件类1200条、财政资金类340条等；县政府网站访问量约86万次，同比增长12.5%，“青禾发布”公众号发布信息2306条。',
    '共召开新闻发布会6场，办理县长信箱来信412件，按期办结率99.3%；配合市政府办公室答复申请5件，指导乡镇办理申请23件。',
    '全县政务公开培训3期，参加180人次，其中部门96人次、乡镇84人次；2022年印发的《2022年政务公开工作要点》确定的38项任务全部完成。',
  ]
}

/** A report with paragraphs put in at the end of its first section. */
export const withProse = (text: string, paragraphs: readonly string[]): string =>
  text.replace(/\n((?:## )?二、)/, (_, next: string) => `\n${paragraphs.map((line) => `${line}\n\n`).join('')}${next}`)
