import type { core } from 'zod'
import type { JsonPath, JsonProblem, JsonText } from './json.ts'

/**
 * What a schema finds wrong with a value of a JSON text, in words for people. Its paths begin at `from`; `own` gives the
 * path in the text of a value that was made from it, as far as it goes. An issue of the kind `custom` brings its wording
 * along as `params`, a pattern the key of one as its message.
 */
export function problemsOf(
  json: JsonText,
  issues: readonly core.$ZodIssue[],
  from: JsonPath = [],
  own: (path: JsonPath) => JsonPath = (path) => path,
): JsonProblem[] {
  return issues.flatMap((issue) => {
    const inner = issue.path.filter((key) => typeof key !== 'symbol')
    const there = own(inner)
    const path = [...from, ...there]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((name): JsonProblem => {
        const place = [...path, name]
        return { span: json.nameAt(place), path: writtenPath(place), wording: { key: 'json/unknown', args: { name } } }
      })
    }
    const name = inner.at(-1)
    if (issue.code === 'custom' || typeof name !== 'string') return [problemAt(json, path, wordingOf(issue))]
    if (there.length < inner.length) return [problemAt(json, path, missing(name))]
    return [
      json.has(path) ? problemAt(json, path, wordingOf(issue)) : problemAt(json, path.slice(0, -1), missing(name)),
    ]
  })
}

/** Something wrong with the value at a path. */
export const problemAt = (json: JsonText, path: JsonPath, wording: JsonProblem['wording']): JsonProblem => ({
  span: json.spanAt(path),
  path: writtenPath(path),
  wording,
})

const missing = (name: string): JsonProblem['wording'] => ({ key: 'json/missing', args: { name } })

function wordingOf(issue: core.$ZodIssue): JsonProblem['wording'] {
  switch (issue.code) {
    case 'invalid_type':
      return { key: `json/type.${issue.expected}`, args: {} }
    case 'invalid_value':
      return { key: 'json/choice', args: { choices: issue.values.map(String).join('、') } }
    case 'too_small':
      return { key: `json/least.${issue.origin}`, args: { least: Number(issue.minimum) } }
    case 'too_big':
      return { key: `json/most.${issue.origin}`, args: { most: Number(issue.maximum) } }
    case 'custom':
      return { key: issue.params?.key ?? issue.message, args: issue.params?.args ?? {} }
    default:
      return { key: issue.message, args: {} }
  }
}

/** A path as it is written in code. */
const writtenPath = (path: JsonPath): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
