import { CATALOGUE, newest } from '../../server/src/formats/catalogue.ts'
import { readReport } from '../../server/src/report/read.ts'
import type { Report } from '../../server/src/report/report.ts'
import { explain } from '../../server/src/rules/arithmetic/search/explain.ts'
import { drawFrom, soundFigures } from '../generator/figures.ts'
import { render } from '../generator/render.ts'
import { compare, ms, printTable, ratio } from './compare.ts'

const MISTAKES = [1, 2, 3, 4, 6, 10, 40, Number.POSITIVE_INFINITY]
const REPORTS = 20

/** The search for what is wrong in a table of requests with so many wrong figures, beside reading the report. */
export function benchCauses(): void {
  const [sound = ''] = wrongReports(0)
  const read = compare({ read: () => void readReport(sound) }, 200, 100)[0]?.median ?? 1
  const rows = MISTAKES.map((mistakes) => {
    const reports = wrongReports(mistakes).map((text) => readReport(text))
    const timed = compare(
      Object.fromEntries(reports.map((report, index) => [String(index), () => search(report)])),
      30,
      10,
    ).map(({ median }) => median)
    const mean = timed.reduce((sum, value) => sum + value, 0) / timed.length
    return [Number.isFinite(mistakes) ? String(mistakes) : 'all', ms(mean), ms(Math.max(...timed)), ratio(mean / read)]
  })
  printTable([['wrong figures', 'search ms', 'slowest of 20 ms', '/ reading the report'], ...rows])
}

const search = ({ tables }: Report) => {
  for (const table of tables) explain(table, () => () => false)
}

/** Reports with so many figures of the table of requests changed. */
function wrongReports(mistakes: number): string[] {
  const format = newest(CATALOGUE)
  return Array.from({ length: REPORTS }, (_, seed) => {
    const draw = drawFrom(seed + 1)
    const figures = soundFigures(format, draw, 300)
    const addresses = [...figures.keys()].filter((address) => address.startsWith('requests/'))
    const wrong = new Set<string>()
    while (wrong.size < Math.min(mistakes, addresses.length)) wrong.add(addresses[draw(addresses.length - 1)] as string)
    for (const address of wrong) figures.set(address, (figures.get(address) ?? 0) + 1 + draw(600))
    return render({ format, layout: 'tabs', figures, year: format.years.from }).text
  })
}
