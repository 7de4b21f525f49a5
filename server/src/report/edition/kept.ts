import type { Format } from '../../formats/schema.ts'
import type { Kept } from './carry.ts'

/** The note that keeps figures below a table of an edition; undefined where there are none to keep. */
export function keptNote({ id, kept: wording }: Format, kept: readonly Kept[]): string | undefined {
  if (kept.length === 0) return undefined
  const rows = [...new Set(kept.map(({ from }) => from.row))].map((row) => {
    const figures = kept
      .filter(({ from }) => from.row === row)
      .map(({ from, figure }) => fill(wording.figure, { column: from.column, figure: onOneLine(figure) }))
    return fill(wording.row, { row, figures: figures.join('，') })
  })
  const edition = [...new Set(kept.map((one) => one.edition))].join('、')
  return fill(wording.note, { edition, current: id, rows: rows.join('；') })
}

const fill = (wording: string, blanks: Readonly<Record<string, string>>): string =>
  wording.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank)

/** A blank would set a figure apart, and it could be read as one of the table. */
const onOneLine = (figure: string): string => figure.replace(/\s+/g, '')
