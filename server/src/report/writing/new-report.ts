import { formatFor, type Kind } from '../../formats/catalogue.ts'
import type { Format } from '../../formats/schema.ts'
import { writeTable } from '../layouts/write.ts'
import type { LayoutName } from '../report.ts'
import { draftsIn, type Gapped, joined, organ, type Subject, solid, writeDraft, year } from './draft.ts'

/** How a new report is written: in Markdown, or as plain text with tabs in its tables. */
export const REPORT_FORMS = ['markdown', 'tabs'] as const
export type ReportForm = (typeof REPORT_FORMS)[number]

interface Style {
  readonly layout: LayoutName
  /** Before the title, the headings of sections, and those below them. */
  readonly marks: readonly [string, string, string]
}

const STYLES: Readonly<Record<ReportForm, Style>> = {
  markdown: { layout: 'pipes', marks: ['# ', '## ', '### '] },
  tabs: { layout: 'tabs', marks: ['', '', ''] },
}

/**
 * The whole form of an edition as a draft: the title, what the edition has an organ write, and its sections with their
 * empty tables. It ends with a line end.
 */
export function writeReport(format: Format, subject: Subject, form: ReportForm, newline = '\n'): Gapped {
  const { layout, marks } = STYLES[form]
  const [title, section, heading] = marks
  const style = { heading, newline, between: newline }
  const draftsOf = (id: string | undefined) =>
    draftsIn(format, id, subject).map((draft) => joined([writeDraft(draft, format, subject, style), [newline]]))
  const [name = ''] = format.titles
  return withoutLastLine(
    joined([
      joined([solid(title), organ(subject), year(subject), solid(`年${name}${newline}${newline}`)]),
      ...draftsOf(undefined),
      ...format.sections.flatMap(({ id, title: words }) => [
        solid(`${section}${words}${newline}${newline}`),
        ...draftsOf(id),
        ...format.tables
          .filter((table) => table.section === id)
          .map((table) => solid(writeTable(layout, table, () => '', newline) + newline)),
      ]),
    ]),
    newline,
  )
}

/** Text ends with one line end. */
const withoutLastLine = (text: Gapped, newline: string): Gapped =>
  text.map((piece, index) => (index === text.length - 1 ? piece.slice(0, -newline.length) : piece))

/** The report years that a kind has editions for, newest first, up to the year that is being written about. */
export function reportYears(kind: Kind, last: number): number[] {
  const first = Math.min(...kind.formats.map(({ years }) => years.from))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index).filter(
    (one) => formatFor(kind, one) !== null,
  )
}

/** The years of the editions of a kind, for people: `2019–2020、2021–`. */
export const formYears = ({ formats }: Kind): string =>
  formats.map(({ years: { from, to } }) => (to === from ? `${from}` : `${from}–${to ?? ''}`)).join('、')
