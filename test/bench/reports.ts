import { CATALOGUE, newest } from '../../server/src/formats/catalogue.ts'
import { drawFrom, soundFigures } from '../generator/figures.ts'
import type { StyleName } from '../generator/layouts/index.ts'
import { render } from '../generator/render.ts'

/** Paragraphs as reports have them, each with a figure of its own: no two lines of a text are the same. */
const PROSE: readonly ((line: number) => string)[] = [
  (line) =>
    `全县各单位按月更新公开栏目，全年累计公开各类信息${line + 296}条，其中规划计划类86条、财政类210条、民生类${line}条。`,
  (line) => `收到的申请由专人登记、按期答复，疑难件会同有关单位商议，答复文书按第${line}号起统一编号存档，答复率100%。`,
  (line) =>
    `政府网站与政务新媒体同步发布，${line}处政务服务大厅设有公开专区，群众可以就地查阅行政许可、行政处罚等事项的办理依据。`,
]

/** A sound report of about so many bytes of UTF-8: its tables once, grown by prose in its first section. */
export function reportOf(bytes: number, layout: StyleName = 'pipes', seed = 1): string {
  const format = newest(CATALOGUE)
  const { text } = render({ format, layout, figures: soundFigures(format, drawFrom(seed)), year: 2023 + (seed % 3) })
  const at = text.indexOf('二、主动公开') - (layout === 'pipes' ? 3 : 0)
  let prose = ''
  let size = Buffer.byteLength(text)
  for (let line = 0; size < bytes; line++) {
    const paragraph = `${PROSE[(line + seed) % PROSE.length]?.(line + 1)}\n\n`
    prose += paragraph
    size += Buffer.byteLength(paragraph)
  }
  return text.slice(0, at) + prose + text.slice(at)
}
