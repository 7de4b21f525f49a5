import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Severity, Wording } from '../../rules/rule.ts'
import type { Span } from '../../text/span.ts'
import { nearestRule } from '../rule-book.ts'
import { CONFIG_NAME, type Config, namesAt } from './schema.ts'
import { type Flaw, type Step, validate } from './validate.ts'

/** The text of a configuration as it was read. */
export interface ReadConfig {
  /** What is right of it, as far as that can be told. */
  readonly config: Config
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[]
  /** It is no JSON: what else may be wrong is not said then. */
  readonly isBroken: boolean
}

export interface ConfigProblem {
  readonly severity: Severity
  readonly span: Span
  readonly wording: Wording
}

/** Reads JSON, with comments and commas behind the last entry if people like. An empty text says nothing. Never throws. */
export function readConfig(text: string): ReadConfig {
  if (text.trim() === '') return { config: {}, problems: [], isBroken: false }
  try {
    return readTree(text)
  } catch {
    // So deep within one another that no parser follows.
    return { config: {}, problems: [noJson({ start: 0, end: 1 })], isBroken: true }
  }
}

function readTree(text: string): ReadConfig {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const { config, flaws } = validate(tree === undefined ? {} : getNodeValue(tree))
  const [first] = errors
  if (tree === undefined || first !== undefined) {
    const { offset = 0, length = 0 } = first ?? {}
    return { config, problems: [noJson({ start: offset, end: offset + length })], isBroken: true }
  }
  const problems = flaws.map((flaw): ConfigProblem => {
    const node = nodeOf(tree, flaw)
    const span = { start: node.offset, end: node.offset + node.length }
    const wording = wordingOf(flaw, getNodeValue(node))
    return { severity: flaw.kind === 'unknown' ? 'warning' : 'error', span, wording }
  })
  return { config, problems: problems.sort((a, b) => a.span.start - b.span.start), isBroken: false }
}

const noJson = (span: Span): ConfigProblem => ({ severity: 'error', span, wording: { key: 'config/syntax', args: {} } })

/** The value or the name of a property that a flaw is in; of what is missing, the name of the object that lacks it. */
function nodeOf(tree: Node, { path, key, kind }: Flaw): Node {
  const named = (steps: readonly Step[]) => findNodeAtLocation(tree, [...steps])
  const nameOf = (node: Node | undefined) => (node?.parent?.type === 'property' ? node.parent.children?.[0] : node)
  if (kind === 'missing') return nameOf(named(path)) ?? tree
  return (key === undefined ? named(path) : nameOf(named([...path, key]))) ?? tree
}

function wordingOf({ path, key, kind, expected }: Flaw, value: unknown): Wording {
  const name = String(key ?? path.filter((step) => typeof step === 'string').at(-1) ?? CONFIG_NAME)
  const holder = path.at(-1)
  if (kind === 'unknown' && holder === 'rules') return noSuchRule(name)
  if (kind === 'oneOf' && holder === 'rule') return noSuchRule(String(value))
  switch (kind) {
    case 'unknown':
      return { key: 'config/unknown', args: { name, names: namesAt(path).join(SEPARATOR) } }
    case 'type': {
      const type = TYPES.find((one) => one === expected.join('-'))
      return { key: type === undefined ? 'config/other' : `config/type.${type}`, args: { name } }
    }
    default:
      return { key: `config/${kind}`, args: { name, values: expected.join(SEPARATOR) } }
  }
}

const SEPARATOR = ' | '
/** That there are words for. */
const TYPES = ['string', 'array', 'object', 'string-array']

function noSuchRule(id: string): Wording {
  const nearest = nearestRule(id)
  return nearest === undefined
    ? { key: 'config/no-rule', args: { id } }
    : { key: 'config/no-rule.nearest', args: { id, nearest } }
}
