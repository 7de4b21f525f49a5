import type { Catalogue } from '../../formats/catalogue.ts'
import { readReport } from '../../report/read.ts'
import type { Wording } from '../../rules/rule.ts'
import { sliceOf } from '../../text/span.ts'
import { docxOf } from './docx.ts'
import { piecesOf } from './pieces.ts'
import type { Dialect } from './prose.ts'

/** A report as a Word file. */
export interface WrittenWord {
  readonly bytes: Uint8Array
  /** What is not in the file, or not in the official form. */
  readonly remarks: readonly Wording[]
}

/** Writes a report in the official layout; undefined for a text that is none. */
export async function writeWord(
  text: string,
  dialect: Dialect,
  catalogue?: Catalogue,
): Promise<WrittenWord | undefined> {
  const report = readReport(text, catalogue)
  if (!report.isReport) return undefined
  const { pieces, remarks } = piecesOf(report, dialect)
  const { title } = report.facts
  const name = title && sliceOf(text, title).replace(/<[^>]*>|[\s#*]+/g, '')
  return { bytes: await docxOf(pieces, name), remarks }
}
