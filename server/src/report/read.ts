import { CATALOGUE, type Catalogue, editionsBeside, formatFor, newest } from '../formats/catalogue.ts'
import { onDemand } from '../text/on-demand.ts'
import { squeeze } from '../text/squeeze.ts'
import { NO_CLAIMS } from './claims/claims.ts'
import { type KeptClaims, readClaims } from './claims/read.ts'
import { NO_FACTS, readFacts } from './facts.ts'
import { readSections } from './headings.ts'
import { recognise } from './kind.ts'
import { plainText } from './plain.ts'
import type { Report, Section } from './report.ts'
import { readTables } from './tables.ts'
import type { Title } from './title.ts'

/**
 * Reads a text as a report of one of the kinds in a catalogue. Linear in its length; never throws, whatever the text.
 *
 * @param kept what an earlier version of the text has left; the report is the same without it
 */
export function readReport(text: string, catalogue: Catalogue = CATALOGUE, kept?: KeptClaims): Report {
  const plain = plainText(text)
  const recognised = recognise(text, plain, catalogue)
  if (recognised === undefined) return noReport(text)
  const { kind, found, titles } = recognised
  const titleYear = titles.find(({ year }) => year !== undefined)?.year
  const all = readSections(plain, found, formatFor(kind, titleYear) ?? newest(kind))
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
  const facts = readFacts(own, squeezed, titles, sections, kind, second?.span)
  const cells = found.cells.filter(({ start }) => start < end)
  const fallback = facts.format ?? newest(kind)
  const editions = editionsBeside(kind, fallback)
  const tables = onDemand(() => readTables({ text, plain }, cells, sections, end, editions, fallback))
  const claims = onDemand(() =>
    facts.format === null ? NO_CLAIMS : readClaims(squeezed(), facts.format, facts, sections, tables(), kept),
  )
  return {
    text,
    isReport: true,
    editions,
    facts,
    sections,
    get tables() {
      return tables()
    },
    get squeezed() {
      return squeezed()
    },
    get claims() {
      return claims()
    },
  }
}

/** Where a line of the text without its HTML begins in the source: before the tag that stands for the line end. */
const lineStart = (text: string, at: number): number => (text[at - 1] === '<' ? at - 1 : at)

/** A text in which nothing was read. */
export const noReport = (text: string): Report => ({
  text,
  isReport: false,
  editions: CATALOGUE,
  facts: NO_FACTS,
  sections: [],
  tables: [],
  claims: NO_CLAIMS,
  squeezed: squeeze(''),
})

/** A title after which the sections begin anew: another report in the same text. */
function secondTitle(titles: readonly Title[], sections: readonly Section[]): Title | undefined {
  const [first] = sections
  const last = sections.findLast(({ id }) => id === first?.id)
  if (first === undefined || last === undefined) return undefined
  return titles.find(({ span }) => first.title.start < span.start && span.start < last.title.start)
}
