import type { Cell, Table } from '../../report/report.ts'
import { wordsIn } from '../../report/words.ts'
import type { Finding, Fix } from '../../rules/rule.ts'
import type { SpanEdit } from '../../text/span.ts'

/** What findings say of one cell of a table. */
export interface Mark {
  readonly findings: readonly Finding[]
  /** The figure that ought to stand there, if they name one. */
  readonly expected: Expected | undefined
}

export interface Expected {
  readonly text: string
  /** One reading remains. */
  readonly certain: boolean
}

/** The cells of a table that findings are about, by `row/column`. */
export function marksIn(table: Table, findings: readonly Finding[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  const near = findings.filter((finding) => concerns(finding, table))
  if (near.length === 0) return marks
  for (const [key, cell] of table.cells) {
    for (const finding of near) {
      const expected = expectedIn(finding, cell)
      if (expected === undefined && !isAbout(finding, table, key, cell)) continue
      const known = marks.get(key)
      marks.set(key, { findings: [...(known?.findings ?? []), finding], expected: known?.expected ?? expected })
    }
  }
  return marks
}

/** The fix of a finding on a cell that does no more than write another figure there. */
export function writingOf({ address, span, fixes }: Finding): { fix: Fix; edit: SpanEdit } | undefined {
  if (address === undefined) return undefined
  const [writing, ...others] = fixes.flatMap((fix) => {
    const [edit, ...more] = fix.edits
    const isInPlace = edit?.span.start === span.start && edit.span.end === span.end && more.length === 0
    return isInPlace && edit.newText.trim() !== '' ? [{ fix, edit }] : []
  })
  return others.length === 0 ? writing : undefined
}

/** It lies in the table, or one of its fixes does. */
function concerns({ address, span, fixes }: Finding, table: Table): boolean {
  if (address !== undefined) return address.startsWith(`${table.id}/`)
  const isIn = ({ start, end }: Finding['span']) => start <= table.span.end && table.span.start <= end
  return isIn(span) || fixes.some(({ edits }) => edits.some((edit) => isIn(edit.span)))
}

const isAbout = ({ address, span }: Finding, { id }: Table, key: string, cell: Cell): boolean =>
  address === undefined
    ? span.start <= cell.span.start && cell.span.end <= span.end && cell.span.start < cell.span.end
    : address === `${id}/${key}`

/** Of a finding with one way out, each figure that it writes; else the one reading that is at hand. */
function expectedIn(finding: Finding, cell: Cell): Expected | undefined {
  const isThere = ({ span }: SpanEdit) => span.start === cell.span.start && span.end === cell.span.end
  const preferred = finding.fixes.find((fix) => fix.preferred)
  const written = preferred?.edits.find(isThere)?.newText ?? ''
  if (written.trim() !== '') return { text: wordsIn(written), certain: true }
  const likely = preferred === undefined ? writingOf(finding) : undefined
  return likely && isThere(likely.edit) ? { text: wordsIn(likely.edit.newText), certain: false } : undefined
}
