import type { Wording } from '../../rules/rule.ts'
import { type Block, tidied } from '../blocks.ts'
import type { Package } from './package.ts'
import type { Uncarried } from './prepare.ts'
import { walkXml } from './xml.ts'

/** What a Word file holds besides its text. */
export interface Besides {
  readonly kept: readonly Wording[]
  readonly left: readonly Wording[]
  /** The words that are kept, a line each. */
  readonly remarks: readonly string[]
}

const LONGEST_SHOWN = 40

/** Lists what of a file has no place in a draft: words are kept in it all the same, pictures and the like are not. */
export function besides(
  { parts, names }: Package,
  blocks: readonly Block[],
  counts: Readonly<Record<Uncarried, number>>,
  missing: readonly string[],
): Besides {
  const kept: Wording[] = []
  const remarks: string[] = []
  const keep = (key: string, name: string, words: string) => {
    if (words === '') return
    kept.push({ key, args: { words: shortened(words) } })
    remarks.push(`${name}：${words}`)
  }
  for (const words of new Set(partsNamed(parts, /\/header\d*\.xml$/i).map(textOf))) keep('word/header', '页眉', words)
  for (const words of new Set(partsNamed(parts, /\/footer\d*\.xml$/i).map(textOf)))
    if (!IS_PAGE_NUMBER.test(words)) keep('word/footer', '页脚', words)
  for (const xml of partsNamed(parts, /\/comments\.xml$/i))
    for (const { author, words } of commentsIn(xml)) keep('word/comment', `批注${author && `（${author}）`}`, words)
  for (const words of missing) keep('word/unplaced', '未能归位的文字', words)
  const left: Wording[] = []
  const leave = (key: string, count: number) => {
    if (count > 0) left.push({ key, args: { count } })
  }
  leave('word/pictures', blocks.filter(({ kind }) => kind === 'picture').length)
  leave('word/charts', Math.max(counts.charts, names.filter((name) => /\/charts\/chart\d*\.xml$/i.test(name)).length))
  leave('word/objects', counts.objects)
  leave('word/equations', counts.equations)
  leave('word/revisions', counts.revisions)
  return { kept, left, remarks }
}

const IS_PAGE_NUMBER = /^[-—–\s第共页\d/]*$/

const partsNamed = (parts: Package['parts'], pattern: RegExp): string[] =>
  [...parts].filter(([name]) => pattern.test(name)).map(([, xml]) => xml)

const shortened = (words: string): string =>
  words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words

/** The words of a part on one line. */
function textOf(xml: string): string {
  let words = ''
  let isText = false
  walkXml(xml, {
    open: (name) => {
      isText = name === 't'
      if (name === 'p' || name === 'tab') words += ' '
    },
    close: () => {
      isText = false
    },
    text: (text) => {
      if (isText) words += text
    },
  })
  return tidied(words)
}

function commentsIn(xml: string): { author: string; words: string }[] {
  const comments: { author: string; words: string }[] = []
  let isText = false
  walkXml(xml, {
    open: (name, { author = '' }) => {
      if (name === 'comment') comments.push({ author: tidied(author), words: '' })
      isText = name === 't'
    },
    close: () => {
      isText = false
    },
    text: (text) => {
      const comment = comments.at(-1)
      if (isText && comment) comment.words += text
    },
  })
  return comments.map(({ author, words }) => ({ author, words: tidied(words) }))
}
