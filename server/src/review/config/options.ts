import type { ListedIgnore, ReviewOptions, RuleSetting } from '../options.ts'
import { Globs } from './globs.ts'
import type { Config, Rules } from './schema.ts'

/**
 * How each file is reviewed that a configuration is for; paths are relative to its folder, `/` between parts. The patterns
 * are made ready once.
 */
export function optionsOf({ rules = {}, overrides = [], exclude = [], ignore = [] }: Config) {
  const excluded = new Globs(exclude)
  const overriding = overrides.map((override) => ({ files: new Globs(override.files), rules: override.rules }))
  const ignoring = ignore.map(({ files, ...entry }) => ({ files: new Globs(files), entry }))

  return (path: string): ReviewOptions => ({
    settings: settingsOf([rules, ...overriding.filter(({ files }) => files.matches(path)).map((one) => one.rules)]),
    ignores: ignoring
      .filter(({ files }) => files.matches(path))
      .map(({ files, entry: { rule, address, text } }): ListedIgnore => {
        const isForOne = files.isJust(path)
        return { rule, isForOne, ...(address !== undefined && { address }), ...(text !== undefined && { text }) }
      }),
    isExcluded: excluded.matches(path),
  })
}

/** The later one wins, for severity and options each. */
function settingsOf(layers: readonly Rules[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>()
  for (const [id, value] of layers.flatMap((layer) => Object.entries(layer))) {
    const { severity, ...options } = typeof value === 'string' ? { severity: value } : value
    const before = settings.get(id)
    settings.set(id, {
      ...before,
      ...(severity !== undefined && { severity }),
      options: { ...before?.options, ...options },
    })
  }
  return settings
}
