import * as z from 'zod'
import { SEVERITIES } from '../../rules/rule.ts'
import { LANGUAGES } from '../messages/index.ts'
import type { Level } from '../options.ts'
import { RULE_BOOK, type RuleHead, ruleNamed } from '../rule-book.ts'

/** What `nianbao.config.json` may say: data, never code. The JSON schema that editors complete from is made of this. */

export const CONFIG_NAME = 'nianbao.config.json'

const level = z.enum(['off', ...SEVERITIES]).meta({ id: 'level' })
const glob = z.string().min(1)
const globs = z.union([glob, z.array(glob).min(1)]).meta({ id: 'files' })

/** A severity, or an object with it and the rule's own options. */
const setting = ({ options = z.object({}) }: RuleHead) =>
  z.union([level, options.extend({ severity: level.optional() }).strict()])

/** By rule id. */
export type Rules = Readonly<Record<string, Level | { readonly severity?: Level; readonly [option: string]: unknown }>>

const rules: z.ZodType<Rules> = z
  .strictObject(Object.fromEntries(RULE_BOOK.map((rule) => [rule.id, setting(rule).optional()])))
  .meta({ id: 'rules' }) as never

const override = z.strictObject({ files: globs, rules })

const ignored = z.strictObject({
  files: globs,
  rule: z.enum(RULE_BOOK.map(({ id }) => id)),
  /** Of a cell, as in `address` of `check --format json`. */
  address: z.string().min(1).optional(),
  /** A quotation that the finding touches. */
  text: z.string().min(1).optional(),
  reason: z.string().optional(),
})

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  language: z.enum(LANGUAGES).optional(),
  rules: rules.optional(),
  /** For some of the files; the later one wins. */
  overrides: z
    .array(z.strictObject({ files: globs, rules }))

    .optional(),
  /** Files that are not reviewed. */
  exclude: z.array(glob).optional(),
  /** Findings that nobody wants to hear of. */
  ignore: z.array(ignored).optional(),
  /** Further formats of reports, as paths of `*.report-format.json` from here. */
  formats: z.array(z.string().min(1)).optional(),
})

export type Config = z.infer<typeof configSchema>

/** The names that an object of a configuration may have, by its path. */
export function namesAt(path: readonly (string | number)[]): readonly string[] {
  const [list] = path
  if (list === undefined) return Object.keys(configSchema.shape)
  if (path.length === 2 && list === 'overrides') return Object.keys(override.shape)
  if (path.length === 2 && list === 'ignore') return Object.keys(ignored.shape)
  return ['severity', ...Object.keys(ruleNamed(String(path.at(-1)))?.options?.shape ?? {})]
}
