import { CATALOGUE, type Catalogue, newest } from '../formats/catalogue.ts'
import { onDemand } from '../text/on-demand.ts'
import { countUpTo } from '../text/order.ts'
import type { Span } from '../text/span.ts'
import { squeeze } from '../text/squeeze.ts'
import { NO_CLAIMS } from './claims/claims.ts'
import { readClaims } from './claims/read.ts'
import { NO_FACTS, readFacts } from './facts.ts'
import { readSections } from './headings.ts'
import { labelTable } from './labels.ts'
import { plainText } from './plain.ts'
import type { Report, Section } from './report.ts'
import { type Match, type Scan, scan } from './scan.ts'
import { readTables } from './tables.ts'
import { readTitles, type Title } from './title.ts'

/** Reads a text as an annual report. Linear in its length; never throws, whatever the text. */
export function readReport(text: string, catalogue: Catalogue = CATALOGUE): Report {
  const plain = plainText(text)
  const found = withEntities(text, plain, outside(codeBlocks(plain), scan(plain, labelTable(catalogue))))
  const titles = readTitles(plain, found.titles)
  const rows = found.cells.filter(({ label }) => label.kind === 'row')
  if (titles.length === 0 && rows.length < 2) {
    return noReport(text)
  }
  const all = readSections(plain, found, newest(catalogue))
  const second = secondTitle(titles, all)
  const end = second?.span.start ?? text.length
  const sections = all
    .filter(({ title }) => title.start < end)
    .map((section) => {
      const { start, end: sectionEnd } = section.span
      return { ...section, span: { start: lineStart(text, start), end: Math.min(lineStart(text, sectionEnd), end) } }
    })
  const own = plain.slice(0, end)
  const squeezed = onDemand(() => squeeze(own))
  const facts = readFacts(own, squeezed, titles, sections, catalogue, second?.span)
  const cells = found.cells.filter(({ start }) => start < end)
  const tables = readTables({ text, plain }, cells, sections, end, catalogue, facts.format)
  const claims = onDemand(() =>
    facts.format === null ? NO_CLAIMS : readClaims(squeezed(), facts.format, facts.year, sections, tables),
  )
  return {
    text,
    isReport: true,
    facts,
    sections,
    tables,
    get squeezed() {
      return squeezed()
    },
    get claims() {
      return claims()
    },
  }
}

/** Labels that end with an entity, such as `&rdquo;`, end where the entity does. */
function withEntities(text: string, plain: string, found: Scan): Scan {
  if (plain === text) return found
  const closed = (match: Match): Match => {
    const last = match.end - 1
    if (text[last] !== '&' || plain[last] === '&') return match
    const end = text.indexOf(';', last) + 1
    return end > 0 ? { ...match, end } : match
  }
  return { cells: found.cells.map(closed), titles: found.titles.map(closed), sections: found.sections.map(closed) }
}

/** Where a line of the text without its HTML begins in the source: before the tag that stands for the line end. */
const lineStart = (text: string, at: number): number => (text[at - 1] === '<' ? at - 1 : at)
/** A text in which nothing was read. */
export const noReport = (text: string): Report => ({
  text,
  isReport: false,
  facts: NO_FACTS,
  sections: [],
  tables: [],
  claims: NO_CLAIMS,
  squeezed: squeeze(''),
})

/** Fenced code in Markdown shows a report, it is not one. */
export function codeBlocks(text: string): Span[] {
  if (!text.includes('```')) return []
  return [...text.matchAll(/^ {0,3}```[^`\n]*\n[\s\S]*?^ {0,3}```/gm)].map(({ index, 0: block }) => ({
    start: index,
    end: index + block.length,
  }))
}

function outside(blocks: readonly Span[], found: Scan): Scan {
  if (blocks.length === 0) return found
  const starts = blocks.map(({ start }) => start)
  const isOutside = ({ start }: Match) => start >= (blocks[countUpTo(starts, start) - 1]?.end ?? 0)
  return {
    cells: found.cells.filter(isOutside),
    titles: found.titles.filter(isOutside),
    sections: found.sections.filter(isOutside),
  }
}

/** A title after which the sections begin anew: another report in the same text. */
function secondTitle(titles: readonly Title[], sections: readonly Section[]): Title | undefined {
  const [first] = sections
  const last = sections.findLast(({ id }) => id === first?.id)
  if (first === undefined || last === undefined) return undefined
  return titles.find(({ span }) => first.title.start < span.start && span.start < last.title.start)
}
