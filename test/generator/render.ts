import type { Format } from '../../server/src/formats/schema.ts'
import type { Span } from '../../server/src/text/span.ts'
import type { Figures } from './figures.ts'
import { STYLE_NAMES, STYLES, type StyleName } from './layouts/index.ts'
import { writeReport } from './report.ts'

/** A report written out, and where every figure went. */
export interface Rendered {
  readonly text: string
  readonly cells: ReadonlyMap<string, Span>
}

/** A dialect of each layout in which every figure is a cell, named as the layout. */
export const SEPARATED = ['tabs', 'pipes', 'bars', 'lines', 'tabbedLines'] as const
export type Separated = (typeof SEPARATED)[number]

/** Every dialect in which one figure ends and the next begins can be seen, and that has tables. */
export const ALL_SEPARATED: readonly StyleName[] = STYLE_NAMES.filter(
  (name) => STYLES[name].separates && name !== 'absent',
)

export interface Options {
  readonly format: Format
  readonly layout: StyleName
  readonly figures: Figures
  readonly year?: number
  readonly organ?: string
  readonly newline?: string
}

/** Writes a whole, sound report in the plainest form of a layout. */
export function render({ layout, ...options }: Options): Rendered {
  const { text, figures } = writeReport({ style: layout, ...options })
  return { text, cells: new Map([...figures].map(([address, { span }]) => [address, span])) }
}
