import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import type { Span } from './span.ts'

/** What is wrong with a JSON text, for people: where, by which path, and a wording of the message table. */
export interface JsonProblem {
  readonly span: Span
  /** As it is written in code: `formats[0].sections[2].title`; empty for the text as a whole. */
  readonly path: string
  readonly wording: { readonly key: string; readonly args: Readonly<Record<string, string | number>> }
}

export type JsonPath = readonly (string | number)[]

/** A JSON text with the places of its values. */
export interface JsonText {
  /** What it says; undefined where it says nothing that could be read. */
  readonly value: unknown
  /** Where it is no JSON. */
  readonly problems: readonly JsonProblem[]
  /** The place to underline for a value; of one that is not there, that of the nearest around it. */
  readonly spanAt: (path: JsonPath) => Span
  /** The place of a value's name. */
  readonly nameAt: (path: JsonPath) => Span
  readonly has: (path: JsonPath) => boolean
}

/** Reads a JSON text. Never throws; comments and commas before a closing bracket are no JSON. */
export function readJson(text: string): JsonText {
  const errors: ParseError[] = []
  let root: Node | undefined
  let value: unknown
  try {
    // A byte order mark is a blank.
    root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true, allowTrailingComma: false })
    value = root && getNodeValue(root)
  } catch {
    // Brackets within brackets, deeper than the parser goes.
    return unreadable({ span: { start: 0, end: 1 }, path: '', wording: { key: 'json/deep', args: {} } })
  }
  const nodeAt = (path: JsonPath) => root && findNodeAtLocation(root, [...path])
  return {
    value,
    problems: errors.map(({ error, offset, length }) => ({
      span: { start: offset, end: offset + length },
      path: '',
      wording: { key: SYNTAX[printParseErrorCode(error)] ?? 'json/syntax', args: {} },
    })),
    spanAt: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = nodeAt(path.slice(0, length))
        if (node !== undefined) return placeOf(node)
      }
      return root === undefined ? { start: 0, end: 0 } : placeOf(root)
    },
    nameAt: (path) => {
      const node = nodeAt(path)
      return node === undefined ? { start: 0, end: 0 } : spanOf(nameOf(node) ?? node)
    },
    has: (path) => nodeAt(path) !== undefined,
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  CommaExpected: 'json/comma',
  ColonExpected: 'json/colon',
  ValueExpected: 'json/value',
  CloseBraceExpected: 'json/closing',
  CloseBracketExpected: 'json/closing',
  InvalidCommentToken: 'json/comment',
}

const unreadable = (problem: JsonProblem): JsonText => ({
  value: undefined,
  problems: [problem],
  spanAt: () => problem.span,
  nameAt: () => problem.span,
  has: () => false,
})

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length })

/** The name of a property, given its value. */
const nameOf = ({ parent }: Node): Node | undefined => (parent?.type === 'property' ? parent.children?.[0] : undefined)

/** A plain value itself; of a list or an object, which may be long, its name, else its bracket. */
function placeOf(node: Node): Span {
  if (node.type !== 'object' && node.type !== 'array') return spanOf(node)
  const name = nameOf(node)
  return name === undefined ? { start: node.offset, end: node.offset + 1 } : spanOf(name)
}
