import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Hover, MarkupKind, Position } from 'vscode-languageserver-types'
import { tableOf } from '../formats/catalogue.ts'
import { type Format, type RowFormat, rowOf, type TableFormat } from '../formats/schema.ts'
import type { Equation } from '../report/equations.ts'
import type { Report, Table } from '../report/report.ts'
import { wordsOf } from '../report/words.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { check } from '../rules/arithmetic/check.ts'
import { equationText, namesOf } from '../rules/arithmetic/findings.ts'
import { agrees, measuredIn, nameOf } from '../rules/narrative/measured.ts'
import { digitsOf } from '../text/amount.ts'
import { sliceOf } from '../text/span.ts'
import { type Card, markup } from './markup.ts'
import { type CellPlace, type ClaimPlace, type LabelPlace, type Place, placeAt, type TitlePlace } from './places.ts'
import { rangeOf } from './ranges.ts'
import { sumsWith } from './sums.ts'

export interface HoverForm {
  readonly language: Language
  readonly markup: MarkupKind
}

/** What a figure, a row's label or a section's title is, in the official words. */
export function hover({ report }: Review, document: TextDocument, position: Position, form: HoverForm): Hover | null {
  const place = placeAt(report, document.offsetAt(position))
  const card = place && cardOf(report, place, form.language)
  return card ? { contents: markup(card, form.markup), range: rangeOf(document, place.span) } : null
}

function cardOf(report: Report, place: Place, language: Language): Card | undefined {
  switch (place.kind) {
    case 'cell':
      return cellCard(place, language)
    case 'label':
      return labelCard(report, place, language)
    case 'title':
      return titleCard(report, place, language)
    case 'claim':
      return claimCard(report, place, language)
  }
}

/** Row, column and value, and every sum that the figure stands in with its numbers. */
function cellCard({ table, row, cell, key }: CellPlace, language: Language): Card {
  const value =
    cell.value === null ? say(language, `hover/${cell.state}`, { raw: wordsOf(cell) }) : digitsOf(cell.value)
  return {
    heading: say(language, 'related/cell', { ...namesOf(table, key), value }),
    lines: [pathOf(table.format, row.format)],
    items: sumsWith(table, key).map((equation) => sumText(table, equation, language)),
  }
}

function sumText(table: Table, equation: Equation, language: Language): string {
  const checked = check(table, equation)
  const { identity, holder } = equation
  const names = namesOf(table, holder)
  return say(language, `hover/${checked.outcome}`, {
    along: say(language, `hover/${identity.each}`),
    name: identity.sentence ?? (identity.each === 'row' ? names.column : names.row),
    sum: equationText(table, checked),
    left: digitsOf(checked.left),
    right: digitsOf(checked.right),
  })
}

/** The row as the report's edition prints it; where that has no such row, as the edition that has it. */
function labelCard({ facts: { format } }: Report, { table, row }: LabelPlace, language: Language): Card {
  const current = format ? tableOf(format, table.id) : undefined
  const official = current && rowOf(current, row.id)?.row
  const notes = row.unaligned ? [say(language, 'rule:table/unaligned')] : []
  if (format && current && official) {
    return {
      heading: official.label,
      lines: [pathOf(current, official), editionText(format, language), ...notes],
      items: [],
    }
  }
  if (format && row.edition) {
    notes.unshift(say(language, 'hover/formerRow', { edition: row.edition.id, current: format.id }))
  }
  return { heading: row.format.label, lines: [pathOf(table.format, row.format), ...notes], items: [] }
}

function titleCard({ facts: { format } }: Report, { section }: TitlePlace, language: Language): Card | undefined {
  const official = format?.sections.find(({ id }) => id === section.id)
  if (!format || !official) return undefined
  return { heading: official.title, lines: [editionText(format, language)], items: [] }
}

/** What the tables say of it, each way in which it may be meant. */
function claimCard(report: Report, { claim, span }: ClaimPlace, language: Language): Card | undefined {
  const sums = measuredIn(report, claim.measure)
  if (sums === undefined) return undefined
  return {
    heading: sliceOf(report.text, span),
    lines: [say(language, 'hover/claim')],
    items: sums.map((sum) => {
      const isAgreed = 'figure' in claim ? agrees(claim.figure, claim.measure, sum.value) : sum.value === 0
      return say(language, isAgreed ? 'hover/claim.agrees' : 'hover/claim.differs', {
        name: nameOf(sum),
        value: digitsOf(sum.inCells),
      })
    }),
  }
}

const editionText = ({ id, notice }: Format, language: Language): string =>
  say(language, 'hover/edition', { edition: id, notice: notice.number })

/** The table and the groups that a row stands in. */
const pathOf = ({ title, groups }: TableFormat, row: RowFormat): string =>
  [title, ...row.in.flatMap((id) => groups.find((group) => group.id === id)?.label ?? [])].join(' › ')
