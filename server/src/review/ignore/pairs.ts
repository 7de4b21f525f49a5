import type { Directive } from './directives.ts'

/** Stands for the id where all rules are meant. */
const ALL = ''

/** For each `enable`: the ignores that it ends. One that ends none is of no use. */
export function endedBy(directives: readonly Directive[]): ReadonlyMap<Directive, ReadonlySet<Directive>> {
  const ended = new Map<Directive, ReadonlySet<Directive>>()
  /** By the id of a rule. */
  const open = new Map<string, Directive>()
  /** Reported again though all rules are to be ignored. */
  const excepted = new Set<string>()
  for (const directive of directives) {
    const ids = directive.rules.map(({ id }) => id)
    if (directive.kind === 'disable') {
      for (const id of ids.length === 0 ? [ALL] : ids) if (!open.has(id)) open.set(id, directive)
      if (ids.length === 0) excepted.clear()
      for (const id of ids) excepted.delete(id)
    } else if (directive.kind === 'enable' && ids.length === 0) {
      ended.set(directive, new Set(open.values()))
      open.clear()
    } else if (directive.kind === 'enable') {
      const found = ids.flatMap((id) => [open.get(id), excepted.has(id) ? undefined : open.get(ALL)])
      ended.set(directive, new Set(found.filter((one) => one !== undefined)))
      for (const id of ids) {
        open.delete(id)
        excepted.add(id)
      }
    }
  }
  return ended
}
