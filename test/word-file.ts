import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = [
  W,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ')

export const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export interface WordFileParts {
  /** What stands in `w:body`. */
  readonly body: string
  /** Parts below `word/` and what stands in their root, such as `header1.xml`: `['hdr', '<w:p>…']`. */
  readonly parts?: Readonly<Record<string, readonly [root: string, xml: string]>>
  readonly mainType?: string
  /** Whatever else is to be in the archive, in place of a part that is there too. */
  readonly files?: Zippable
}

/** A Word file with just what a test is about. */
export function wordFile({ body, parts = {}, mainType = MAIN_TYPE, files = {} }: WordFileParts): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`
  const related = Object.keys(parts).map(
    (name, at) => `<Relationship Id="p${at}" Type="${R}/${name.replace(/\d*\.xml$/, '')}" Target="${name}"/>`,
  )
  const all: Zippable = {
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(
      relationships(`<Relationship Id="r1" Type="${R}/officeDocument" Target="word/document.xml"/>`),
    ),
    'word/document.xml': strToU8(root('document', `<w:body>${body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(
      relationships(`${related.join('')}<Relationship Id="i1" Type="${R}/image" Target="media/image1.png"/>`),
    ),
  }
  for (const [name, [element, xml]] of Object.entries(parts)) all[`word/${name}`] = strToU8(root(element, xml))
  return zipSync({ ...all, ...files })
}

export const root = (element: string, xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${element} ${NAMESPACES}>${xml}</w:${element}>`

const relationships = (xml: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`

/** A paragraph; `properties` stand in its `w:pPr`. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text && t(text)}</w:p>`

export const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph that is numbered by a list. */
export const numbered = (text: string, list = 1, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

/** Rows of cells; a cell is its text, or its text and its properties. */
export const tbl = (...rows: readonly (readonly (string | readonly [string, string])[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(tc).join('')}</w:tr>`).join('')}</w:tbl>`

const tc = (cell: string | readonly [string, string]): string => {
  const [text, properties] = typeof cell === 'string' ? [cell, ''] : cell
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`
}
