import type { LayoutName } from '../../../server/src/report/report.ts'
import type { Draw } from '../figures.ts'
import type { Line } from '../table.ts'
import type { Writer } from '../writer.ts'

/** A way of writing a table: one of the layouts seen in real reports, in one of its dialects. */
export interface Style {
  /** What a reader may call it. */
  readonly layouts: readonly LayoutName[]
  /** How the report around the tables is written. */
  readonly frame: 'plain' | 'markdown' | 'html' | 'flat' | 'barPage' | 'htmlPage'
  /** A blank cell leaves a trace, so that the figures after it keep their column. */
  readonly keepsBlanks: boolean
  /** Where one row ends and the next begins can be seen. */
  readonly tellsRows: boolean
  /** Where one figure ends and the next begins can be seen. */
  readonly separates: boolean
  /** `draw` picks among the habits of its dialect; always 0 is the plainest. */
  readonly write: (out: Writer, lines: readonly Line[], draw: Draw) => void
}
