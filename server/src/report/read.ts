import { CATALOGUE, type Catalogue, formatFor, newest } from '../formats/catalogue.ts'
import type { Span } from '../text/span.ts'
import { readSections } from './headings.ts'
import { labelTable } from './labels.ts'
import type { Facts, Report, Section } from './report.ts'
import { type Match, type Scan, scan } from './scan.ts'
import { readTables } from './tables.ts'
import { readTitles, type Title } from './title.ts'

/** Reads a text as an annual report. Linear in its length; never throws, whatever the text. */
export function readReport(text: string, catalogue: Catalogue = CATALOGUE): Report {
  const found = outside(codeBlocks(text), scan(text, labelTable(catalogue)))
  const titles = readTitles(text, found.titles)
  const rows = found.cells.filter(({ label }) => label.kind === 'row')
  if (titles.length === 0 && rows.length < 2) {
    return { text, isReport: false, facts: { format: null }, sections: [], tables: [] }
  }
  const all = readSections(text, found, newest(catalogue))
  const second = secondTitle(titles, all)
  const end = second?.span.start ?? text.length
  const sections = all
    .filter(({ title }) => title.start < end)
    .map((section) => ({ ...section, span: { start: section.span.start, end: Math.min(section.span.end, end) } }))
  const facts = readFacts(text, titles, catalogue)
  const cells = found.cells.filter(({ start }) => start < end)
  const tables = readTables(text, cells, sections, end, catalogue, facts.format)
  return {
    text,
    isReport: true,
    facts: second === undefined ? facts : { ...facts, secondTitle: second.span },
    sections,
    tables,
  }
}

/** Fenced code in Markdown shows a report, it is not one. */
function codeBlocks(text: string): Span[] {
  if (!text.includes('```')) return []
  return [...text.matchAll(/^ {0,3}```[^`\n]*\n[\s\S]*?^ {0,3}```/gm)].map(({ index, 0: block }) => ({
    start: index,
    end: index + block.length,
  }))
}

function outside(blocks: readonly Span[], found: Scan): Scan {
  if (blocks.length === 0) return found
  const isOutside = ({ start }: Match) => !blocks.some((block) => block.start <= start && start < block.end)
  return {
    cells: found.cells.filter(isOutside),
    titles: found.titles.filter(isOutside),
    sections: found.sections.filter(isOutside),
  }
}

function readFacts(text: string, titles: readonly Title[], catalogue: Catalogue): Facts {
  const [title] = titles
  const year = titles.find((candidate) => candidate.year !== undefined)?.year ?? periodYear(text)
  const organ = titles.find((candidate) => candidate.organ !== undefined)?.organ
  return {
    format: formatFor(catalogue, year),
    ...(title !== undefined && { title: title.span }),
    ...(organ !== undefined && { organ }),
    ...(year !== undefined && { year }),
  }
}

/** How far into a text its statistics period stands, if it is stated. */
const PREAMBLE = 4000

/** The year of the statistics period, `2021年1月1日…`, where no title names one. */
function periodYear(text: string): number | undefined {
  const period = /(20\d\d)\s?年\s?1\s?月\s?1\s?日/.exec(text.slice(0, PREAMBLE))
  return period === null ? undefined : Number(period[1])
}

/** A title after which the sections begin anew: another report in the same text. */
function secondTitle(titles: readonly Title[], sections: readonly Section[]): Title | undefined {
  const [first] = sections
  if (first === undefined) return undefined
  return titles.find(
    ({ span }) =>
      first.title.start < span.start && sections.some(({ id, title }) => id === first.id && title.start > span.start),
  )
}
