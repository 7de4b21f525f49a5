import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types'

/** A few words for people, before they are written as Markdown or without. */
export interface Card {
  readonly heading: string
  readonly lines: readonly string[]
  readonly items: readonly string[]
  /** Where there is more, for markup that has links. */
  readonly link?: { readonly text: string; readonly href: string }
}

/** Writes a card in a kind of markup. What it says is text, never markup. */
export function markup({ heading, lines, items, link }: Card, kind: MarkupKind): MarkupContent {
  if (kind === MarkupKind.PlainText) return { kind, value: [heading, ...lines, ...items].map(onOneLine).join('\n') }
  const list = items.map((item) => `- ${paragraph(item)}`).join('\n')
  const more = link && `[${inline(link.text)}](<${link.href.replace(/[<>]/g, encodeURIComponent)}>)`
  const parts = [`**${inline(heading)}**`, ...lines.map(paragraph), list, more]
  return { kind, value: parts.filter(Boolean).join('\n\n') }
}

/** A line that Markdown shows as it is: no emphasis, code, link, tag or entity. */
const inline = (text: string): string => onOneLine(text).replace(/[\\`*_~[\]<>&|]/g, '\\$&')

/** The same where a block may begin: no heading and no list either. */
const paragraph = (text: string): string => inline(text).replace(/^(\d*)([#+.)-])/, '$1\\$2')

const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
