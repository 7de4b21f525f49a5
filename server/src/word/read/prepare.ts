import { paragraphNumbers } from './numbering.ts'
import { type Attributes, type Tag, walkXml } from './xml.ts'

/** The text of a Word file made ready for the library that reads it, and what was seen on the way. */
export interface Prepared {
  readonly xml: string
  /** The words of every paragraph without blanks, between its footnotes and the like, to see afterwards that none was lost. */
  readonly words: readonly string[]
  /** How often each thing stands in it that a draft has no place for. */
  readonly counts: Readonly<Record<Uncarried, number>>
}

/** What a Markdown draft has no place for. */
export type Uncarried = 'revisions' | 'equations' | 'objects' | 'charts'

const UNCARRIED: Readonly<Record<string, Uncarried>> = {
  ins: 'revisions',
  del: 'revisions',
  moveTo: 'revisions',
  moveFrom: 'revisions',
  oMath: 'equations',
  OLEObject: 'objects',
  altChunk: 'objects',
  chart: 'charts',
  relIds: 'charts',
}

/** What stands in them was taken out of the document, or is there a second time. */
const IGNORED = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'numberingChange', 'trPrChange'])

/** For these something else is written between the words. */
const BETWEEN = new Set(['footnoteReference', 'endnoteReference', 'sym', 'noBreakHyphen', 'softHyphen', 'sdt', 'br'])

interface OpenParagraph {
  /** Where a number would go: behind the paragraph's properties. */
  at: number
  readonly prefix: string
  style: string | undefined
  number: string | undefined
  level: number | undefined
  words: string
}

/**
 * Writes out what Word leaves to whoever shows the file: the numbers of numbered paragraphs, and the places that a row of
 * a table leaves free before its first cell.
 */
export function prepare(xml: string, numbering: string | undefined, styles: string | undefined): Prepared {
  const numberOf = paragraphNumbers(numbering, styles)
  const insertions: { readonly at: number; readonly xml: string }[] = []
  const words: string[] = []
  const counts = { revisions: 0, equations: 0, objects: 0, charts: 0 }
  const open: OpenParagraph[] = []
  let ignored = 0
  let isText = false
  let free = 0
  const note = (paragraph: OpenParagraph | undefined) => {
    const letters = paragraph?.words.replace(/\s+/g, '')
    if (letters) words.push(letters)
    if (paragraph) paragraph.words = ''
  }
  const enter: Readonly<Record<string, (attributes: Attributes, tag: Tag) => void>> = {
    p: (_, { end, prefix }) =>
      open.push({ at: end, prefix, style: undefined, number: undefined, level: undefined, words: '' }),
    pStyle: ({ val }) => {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.style = val
    },
    numId: ({ val }) => {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.number = val
    },
    ilvl: ({ val }) => {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.level = Number(val)
    },
    gridBefore: ({ val }) => {
      free = Number(val)
    },
    t: () => {
      isText = true
    },
  }
  const leave: Readonly<Record<string, (tag: Tag) => void>> = {
    t: () => {
      isText = false
    },
    pPr: ({ end }) => {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.at = end
    },
    trPr: ({ end, prefix }) => {
      if (free > 0 && free < 100) insertions.push({ at: end, xml: emptyCell(prefix, free) })
      free = 0
    },
    p: () => {
      const paragraph = open.pop()
      if (paragraph === undefined) return
      const number = numberOf(paragraph)
      if (number !== '') insertions.push({ at: paragraph.at, xml: run(paragraph.prefix, number) })
      note(paragraph)
    },
  }
  walkXml(xml, {
    open: (name, attributes, tag) => {
      const kind = UNCARRIED[name]
      if (kind !== undefined && ignored === 0) counts[kind]++
      if (BETWEEN.has(name)) note(open.at(-1))
      if (IGNORED.has(name)) ignored++
      else if (ignored === 0) enter[name]?.(attributes, tag)
    },
    close: (name, tag) => {
      if (IGNORED.has(name)) ignored--
      else if (ignored === 0) leave[name]?.(tag)
    },
    text: (text) => {
      const paragraph = open.at(-1)
      if (isText && ignored === 0 && paragraph) paragraph.words += text
    },
  })
  return { xml: withInsertions(xml, insertions), words, counts }
}

const run = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}r>`

const emptyCell = (prefix: string, columns: number): string =>
  `<${prefix}tc><${prefix}tcPr><${prefix}gridSpan ${prefix}val="${columns}"/></${prefix}tcPr><${prefix}p/></${prefix}tc>`

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function withInsertions(text: string, insertions: readonly { readonly at: number; readonly xml: string }[]): string {
  let result = ''
  let from = 0
  for (const { at, xml } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + xml
    from = at
  }
  return result + text.slice(from)
}
