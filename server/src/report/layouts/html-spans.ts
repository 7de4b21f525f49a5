import type { SpanEdit } from '../../text/span.ts'

/** How many more columns and rows a merged cell is to cover; negative for fewer. */
export interface Growth {
  readonly columns: number
  readonly rows: number
}

/** A cell's tag with its attributes is not longer. */
const LONGEST = 2000
const SPAN = { columns: /\s+colspan\s*=\s*["']?(\d+)["']?/i, rows: /\s+rowspan\s*=\s*["']?(\d+)["']?/i } as const

/** Makes the HTML cell that holds an offset cover more or fewer columns and rows; nothing where there is no such cell. */
export function resizeCell(text: string, at: number, growth: Growth): SpanEdit[] {
  const tag = tagBefore(text, at)
  if (tag === undefined) return []
  let newText = tag.text
  for (const side of ['columns', 'rows'] as const) {
    const covered = coveredBy(tag.text, side) + growth[side]
    const attribute = covered > 1 ? ` ${side === 'rows' ? 'rowspan' : 'colspan'}="${covered}"` : ''
    const written = SPAN[side].exec(newText)?.[0]
    if (growth[side] === 0) continue
    newText =
      written === undefined ? newText.replace(/^<\w+/, (name) => name + attribute) : newText.replace(written, attribute)
  }
  return newText === tag.text ? [] : [{ span: { start: tag.start, end: tag.start + tag.text.length }, newText }]
}

/** Whether the HTML cell that holds an offset reaches down to the row that holds another one. */
export function reachesDownTo(text: string, at: number, below: number): boolean {
  const tag = tagBefore(text, at)
  const rows = text.slice(at, below).match(/<tr[\s>]/gi)?.length ?? 0
  return tag !== undefined && rows < coveredBy(tag.text, 'rows')
}

const coveredBy = (tag: string, side: keyof typeof SPAN): number => Number(SPAN[side].exec(tag)?.[1] ?? 1)

/** The tag of the cell that an offset stands in. */
function tagBefore(text: string, at: number): { start: number; text: string } | undefined {
  const from = Math.max(0, at - LONGEST)
  const last = [...text.slice(from, at).matchAll(/<\/?t[dhr](?:\s[^<>]*)?>/gi)].at(-1)
  return last === undefined || !/^<t[dh]/i.test(last[0]) ? undefined : { start: from + last.index, text: last[0] }
}
