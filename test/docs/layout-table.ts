import { CATALOGUE } from '../../server/src/formats/catalogue.ts'
import { readReport } from '../../server/src/report/read.ts'
import { DAMAGES } from '../generator/damage/index.ts'
import { drawFrom, soundFigures } from '../generator/figures.ts'
import { faultsOf } from '../generator/judge.ts'
import { STYLE_NAMES, type StyleName, styleOf } from '../generator/layouts/index.ts'
import { writeReport } from '../generator/report.ts'

/** What the layouts are called by people who receive them. */
const NAMES: Readonly<Record<StyleName, readonly [zh: string, en: string]>> = {
  tabs: ['一行一行，制表符分隔', 'a line a row, tabs'],
  pipes: ['Markdown 表格', 'Markdown table'],
  bars: ['一行一行，竖线分隔', 'a line a row, bars'],
  mergedBars: ['竖线分隔，合并格成空竖线', 'bars, merged cells as extra bars'],
  barredLines: ['一格一行，行尾竖线', 'one cell a line, each ending in a bar'],
  barLines: ['一格一行，竖线独占一行', 'one cell a line, bars on lines of their own'],
  lines: ['一格一行，格间空行', 'one cell a line, blank lines between'],
  denseLines: ['一格一行，没有空行，空格子消失', 'one cell a line, empty cells dropped'],
  tabbedLines: ['制表符与换行混排', 'tabs and line ends mixed'],
  html: ['HTML 网页', 'HTML page'],
  htmlInMarkdown: ['Markdown 里的 HTML 表格', 'HTML table in Markdown'],
  htmlPage: ['整页是一张 HTML 表', 'the whole page one HTML table'],
  barPage: ['整页是一张竖线表', 'the whole page one table of bars'],
  spaces: ['空格分隔', 'spaces'],
  pdf: ['PDF 文字，标签断行或竖排', 'text of a PDF, labels wrapped or downwards'],
  gluedRows: ['数字粘连，一行一行', 'figures run together, a line a row'],
  gluedFlat: ['数字粘连，没有换行', 'figures run together, no line ends'],
  absent: ['没有表（图片）', 'no tables (pictures)'],
}

const SEEDS = [1]
const SCALES = [0, 300]

interface Tally {
  cells: number
  read: number
  wrong: number
}

/** Reads reports in one layout, sound or with one kind of damage after another, and counts cells. */
function tally(style: StyleName, damages: readonly string[]): Tally {
  const counted: Tally = { cells: 0, read: 0, wrong: 0 }
  for (const format of CATALOGUE.formats) {
    for (const seed of SEEDS) {
      for (const scale of SCALES) {
        for (const name of damages) {
          const figures = soundFigures(format, drawFrom(seed), scale)
          const applied = DAMAGES.filter((damage) => damage.name === name)
          const written = writeReport({ format, style, figures, seed, newline: '\n', damages: applied })
          const report = readReport(written.text)
          counted.cells += written.figures.size
          counted.read += report.tables.reduce((total, { cells }) => total + cells.size, 0)
          counted.wrong += faultsOf(report, written).filter(({ kind }) => kind === 'wrong value').length
        }
      }
    }
  }
  return counted
}

const percent = ({ cells, read, wrong }: Tally): string =>
  cells === 0 ? '–' : `${Math.min(100, (100 * (read - wrong)) / cells).toFixed(1)} %`

/** The layouts as a Markdown table: cells read of sound reports, and of reports with each kind of damage in turn. */
export function layoutTable(): string {
  const head = [
    '版式 Layout',
    '读作 Read as',
    '完好时读出的格 Cells read, sound',
    '损坏时 With damage',
    '读错 Wrong, with damage',
  ]
  const rows = STYLE_NAMES.map((style) => {
    const told = DAMAGES.filter((damage) => !damage.untold?.(styleOf(style))).map(({ name }) => name)
    const damaged = tally(style, told)
    const [zh, en] = NAMES[style]
    return [
      `${zh} · ${en}`,
      styleOf(style).layouts.join(', '),
      percent(tally(style, [''])),
      percent(damaged),
      String(damaged.wrong),
    ]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

/** docs/layouts.md as a whole. */
export const layoutPage = (): string => `# 读得懂的版式 Layouts that are read

每种版式都由测试按两版格式生成报告再读回来：先是完好的，再逐一加上 ${DAMAGES.length} 种损坏（分页、断行、多出的数、丢字、换了写法……）。
没读出的行由 \`table/unaligned\` 如实说明，不作核对。空白的格子、认不出的格子不算读出。本表由 \`npm run docs\` 生成。

Tests write reports in each layout, in both editions, and read them again: sound first, then with ${DAMAGES.length} kinds of damage in turn.
Rows that were not read are said to be so (\`table/unaligned\`) and are not judged. \`npm run docs\` writes this table.

${layoutTable()}`
