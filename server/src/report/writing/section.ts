import type { Draft } from '../../formats/content-schema.ts'
import type { Format, SectionFormat } from '../../formats/schema.ts'
import { headingMarks, newlineOf } from '../dialect.ts'
import { writeEmptyTable } from '../layouts/write.ts'
import type { Report, Section } from '../report.ts'
import { type Gapped, joined, type Subject, solid, writeDraft } from './draft.ts'

/**
 * A section's official title with its empty official tables, as the text around it is written; `like` is another section of it.
 * Drafts of what is said there come before the tables. It ends with a blank line.
 */
export function writeSection(
  report: Report,
  format: Format,
  section: SectionFormat,
  like: Section,
  drafts: readonly Draft[] = [],
): Gapped {
  const newline = newlineOf(report.text)
  const marks = headingMarks(report, like)
  const present = new Set(report.tables.map(({ id }) => id))
  const tables = format.tables.filter(({ id, section: own }) => own === section.id && !present.has(id))
  return joined([
    solid(marks.before + section.title + marks.after + newline + newline),
    ...drafts.map((draft) => joined([writeDraft(draft, format, subjectOf(report), draftStyle(report)), [newline]])),
    ...tables.map((table) => solid(writeEmptyTable(report, table) + newline)),
  ])
}

export const subjectOf = ({ facts: { organ, year } }: Report): Subject => ({ organ, year })

/** How paragraphs are written in a text: its headings one level below those of its sections. */
export function draftStyle(report: Report): Parameters<typeof writeDraft>[3] {
  const { text, sections } = report
  const newline = newlineOf(text)
  const [first] = sections
  const marks = first === undefined ? '' : headingMarks(report, first).before
  const hashes = /^ {0,3}(#+)/.exec(marks)?.[1]
  const isSpaced = text.includes(newline + newline)
  return { heading: hashes === undefined ? '' : `${hashes}# `, newline, between: isSpaced ? newline : '' }
}
