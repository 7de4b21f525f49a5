import type * as z from 'zod'
import { type Config, configSchema } from './schema.ts'

/** What is wrong in a configuration, and where: a value, or with `key` the name of a property in it. */
export interface Flaw {
  readonly path: readonly Step[]
  readonly key?: string
  readonly kind: 'unknown' | 'missing' | 'oneOf' | 'type' | 'empty' | 'other'
  /** The values or the types that would be right. */
  readonly expected: readonly string[]
}

export type Step = string | number
type Issue = z.core.$ZodIssue
type Tree = Record<Step, unknown>

/** What is right of a configuration, and what is not. */
export function validate(value: unknown): { config: Config; flaws: readonly Flaw[] } {
  const flaws: Flaw[] = []
  let rest = value
  // What is wrong is taken out, and the rest is good; what an unsound value hid may come up then.
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const parsed = configSchema.safeParse(rest)
    if (parsed.success) return { config: parsed.data, flaws }
    const found = parsed.error.issues.flatMap((issue) => flawsIn(issue, [])).map((flaw) => orMissing(flaw, rest))
    flaws.push(...found)
    rest = without(rest, found)
  }
  return { config: {}, flaws }
}

const MOST_ROUNDS = 4

function flawsIn(issue: Issue, above: readonly Step[]): Flaw[] {
  const path = [...above, ...(issue.path as Step[])]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, key, kind: 'unknown', expected: [] }))
    case 'invalid_union':
      return flawsInUnion(issue, path)
    case 'invalid_value':
      return [{ path, kind: 'oneOf', expected: issue.values.map(String) }]
    case 'invalid_type':
      return [{ path, kind: 'type', expected: [issue.expected] }]
    case 'too_small':
      return [{ path, kind: 'empty', expected: [] }]
    default:
      return [{ path, kind: 'other', expected: [] }]
  }
}

/** By the alternative that is meant: the one whose flaws lie within the value; else any of them would be right. */
function flawsInUnion({ errors }: z.core.$ZodIssueInvalidUnion, path: readonly Step[]): Flaw[] {
  const meant = errors.find((issues) => issues.every((one) => one.code === 'unrecognized_keys' || one.path.length > 0))
  if (meant !== undefined) return meant.flatMap((issue) => flawsIn(issue, path))
  const flaws = errors.flat().flatMap((issue) => flawsIn(issue, path))
  const values = flaws.filter(({ kind }) => kind === 'oneOf')
  const [first] = values.length > 0 ? values : flaws
  return first === undefined
    ? []
    : [{ ...first, expected: (values.length > 0 ? values : flaws).flatMap((one) => one.expected) }]
}

function orMissing(flaw: Flaw, value: unknown): Flaw {
  const { path, kind } = flaw
  if (kind === 'unknown' || path.length === 0 || at(value, path) !== undefined) return flaw
  return { path: path.slice(0, -1), key: String(path.at(-1)), kind: 'missing', expected: [] }
}

const at = (value: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Tree | null | undefined)?.[step], value)

/** The smallest parts that can be done without: a rule's setting, an entry of a list, a property. */
function without(value: unknown, flaws: readonly Flaw[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const rest = structuredClone(value)
  for (const { path, key, kind } of flaws) {
    const part =
      kind === 'unknown'
        ? [...path, key as string]
        : path.slice(0, path[0] === 'overrides' && path[2] === 'rules' ? 4 : 2)
    const holder = at(rest, part.slice(0, -1)) as Tree | undefined
    if (holder !== undefined) delete holder[part.at(-1) as Step]
  }
  for (const [name, list] of Object.entries(rest)) {
    // Entries that were deleted leave holes.
    if (Array.isArray(list)) (rest as Tree)[name] = list.flat(0)
  }
  return rest
}
