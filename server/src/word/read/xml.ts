import { Parser } from 'htmlparser2'
import { LIMITS } from '../limits.ts'
import { Refusal } from '../refusal.ts'

/** What is told of an XML text, in its order. Names are without their prefix; offsets are those of tags. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Attributes, tag: Tag) => void
  readonly close?: (name: string, tag: Tag) => void
  readonly text?: (text: string) => void
}

/** By their names without prefix. */
export type Attributes = Readonly<Record<string, string>>

export interface Tag {
  readonly start: number
  readonly end: number
  readonly prefix: string
}

/**
 * Refuses what an office program never writes: a document type, which can define entities, and elements without end.
 *
 * @param most how many elements there may be; gives how many more there might have been
 */
export function checkXml(xml: string, most: number): number {
  let left = most
  walkXml(xml, {
    open: () => {
      if (--left < 0) throw new Refusal('word/hostile')
    },
  })
  return left
}

/** Tells of an XML text, element by element, whatever its depth; a text that is not well-formed is refused. */
export function walkXml(xml: string, { open, close, text }: XmlListener): void {
  let depth = 0
  const parser = new Parser(
    {
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) throw new Refusal('word/hostile')
      },
      onopentag: (name, attributes) => {
        if (++depth > LIMITS.depth) throw new Refusal('word/hostile')
        open?.(localName(name), withoutPrefixes(attributes), tagAt(parser, name))
      },
      onclosetag: (name, isImplied) => {
        depth--
        // An element that is open to the end, or closed by the end of another.
        if (isImplied && xml[parser.endIndex - 1] !== '/') throw new Refusal('word/damaged')
        close?.(localName(name), tagAt(parser, name))
      },
      ontext: (data) => text?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  if (depth !== 0) throw new Refusal('word/damaged')
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const tagAt = ({ startIndex, endIndex }: Parser, name: string): Tag => ({
  start: startIndex,
  end: endIndex + 1,
  prefix: name.slice(0, name.indexOf(':') + 1),
})

const withoutPrefixes = (attributes: Record<string, string>): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
