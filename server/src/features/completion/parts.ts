import type { Draft } from '../../formats/content-schema.ts'
import type { Format } from '../../formats/schema.ts'
import { writeEmptyTable } from '../../report/layouts/write.ts'
import { withoutComments } from '../../report/plain.ts'
import type { Report, Section } from '../../report/report.ts'
import { draftsIn, type Gapped, joined, plainly, solid, writeDraft } from '../../report/writing/draft.ts'
import { draftStyle, subjectOf, writeSection } from '../../report/writing/section.ts'
import { type Language, say } from '../../review/messages/index.ts'
import { isRefuted } from '../../rules/narrative/measured.ts'
import { firstSections, neighbours } from '../../rules/section/place.ts'
import { isSpokenOf } from '../../rules/table/missing.ts'
import { type Caret, isMeant, LONGEST_TYPED, type Offer } from './offer.ts'

/**
 * On a line of its own, outside tables: the sections that are missing between those around it, the tables that its section lacks,
 * and what the edition has an organ write there.
 */
export function missingParts(report: Report, caret: Caret, languageId: string, language: Language): Offer[] {
  const { format, secondTitle } = report.facts
  const typed = report.text.slice(caret.typed.start, caret.typed.end)
  if (format === null || !caret.isAtEnd || typed.length > LONGEST_TYPED) return []
  // What one report lacks is not written into another.
  if (secondTitle !== undefined && secondTitle.start < caret.offset) return []
  if (report.tables.some(({ span }) => span.start <= caret.offset && caret.offset <= span.end)) return []
  const section = report.sections.findLast(({ title }) => title.end < caret.line.start)
  const offers = [
    ...missingTables(report, format, caret, section, language),
    ...(languageId === 'html' ? [] : statements(report, format, caret, section, language)),
    ...missingSections(report, format, caret, language),
  ]
  return offers.filter(({ label, text }) => isMeant(typed, label, plainly(text)))
}

function missingSections(report: Report, format: Format, caret: Caret, language: Language): Offer[] {
  const present = firstSections(report)
  return format.sections.flatMap((section): Offer[] => {
    if (present.has(section.id)) return []
    const { before, after } = neighbours(report, format, section.id)
    const like = after ?? before
    const isHere =
      (after === undefined || after.title.end < caret.line.start) &&
      (before === undefined || caret.offset < before.span.start)
    if (like === undefined || !isHere) return []
    const text = writeSection(report, format, section, like, draftsFor(report, format, section.id))
    return [offer(section.title, say(language, 'complete/section'), withoutLineEnds(text), caret)]
  })
}

function missingTables(
  report: Report,
  format: Format,
  caret: Caret,
  section: Section | undefined,
  language: Language,
): Offer[] {
  if (section === undefined) return []
  const words = report.text.slice(section.span.start, section.span.end)
  return format.tables
    .filter(({ id, section: own }) => own === section.id && report.tables.every((table) => table.id !== id))
    .filter((table) => !isSpokenOf(table, words))
    .map((table) => {
      const text = withoutLineEnds(solid(writeEmptyTable(report, table)))
      return { ...offer(table.title, say(language, 'complete/table'), text, caret), preferred: true }
    })
}

/** What the edition has an organ write there, but for what the tables refute. */
function draftsFor(report: Report, format: Format, section: string | undefined): Draft[] {
  const subject = subjectOf(report)
  const style = draftStyle(report)
  return draftsIn(format, section, subject).filter(
    (draft) => !isRefuted(report, plainly(writeDraft(draft, format, subject, style))),
  )
}

/** One by one and, of several, all together. */
function statements(
  report: Report,
  format: Format,
  caret: Caret,
  section: Section | undefined,
  language: Language,
): Offer[] {
  const { text, facts, sections } = report
  const from = section?.title.end ?? facts.title?.end
  if (from === undefined || from > caret.line.start) return []
  const end = section?.span.end ?? sections[0]?.span.start ?? text.length
  // What is being typed may be the beginning of what is offered.
  const said = withoutComments(text.slice(from, caret.line.start) + text.slice(caret.offset, end)).replace(/\s/g, '')
  const drafts = draftsFor(report, format, section?.id).filter(
    (draft) => !draft.said?.some((words) => said.includes(words.replace(/\s/g, ''))),
  )
  const style = draftStyle(report)
  const write = (draft: Draft) => writeDraft(draft, format, subjectOf(report), style)
  const single = drafts.map((draft) => {
    return offer(draft.title, say(language, 'complete/statement'), withoutLineEnds(write(draft)), caret)
  })
  if (drafts.length < 2) return single
  const all = joined(drafts.map((draft) => joined([write(draft), [style.between]])))
  const label = say(language, 'complete/all', { count: drafts.length })
  const detail = drafts.map(({ title }) => title).join('、')
  return [...single, offer(label, detail, withoutLineEnds(all), caret)]
}

const offer = (label: string, detail: string, text: Gapped, { typed }: Caret): Offer => ({
  label,
  detail,
  text,
  replace: typed,
})

/** The line that it is written on has an end of its own. */
function withoutLineEnds(text: Gapped): Gapped {
  return text.map((piece, index) => (index === text.length - 1 ? piece.replace(/[\r\n]+$/, '') : piece))
}
