import type { Args, Finding, Fix } from '../../rules/rule.ts'
import type { Span } from '../../text/span.ts'
import { nearestRule, ruleNamed, unknownRule, unusedIgnore } from '../rule-book.ts'
import type { Clause, Clauses } from './clauses.ts'
import type { Directive, NamedRule } from './directives.ts'
import { removal, removalOfRule } from './edits.ts'
import { endedBy } from './pairs.ts'

/**
 * What there is to say of the ignores in a text: those that match nothing, and rules that do not exist. A fix takes the
 * ignore out; it is not safe, since the reason in it is the author's.
 */
export function* remarksOn(
  text: string,
  directives: readonly Directive[],
  clauses: Clauses,
  isUnused: (clause: Clause) => boolean,
): Generator<Finding> {
  const ended = endedBy(directives)
  const enders = new Map<Directive, Directive[]>()
  for (const [ender, [only, ...others]] of ended) {
    if (only !== undefined && others.length === 0) enders.set(only, [...(enders.get(only) ?? []), ender])
  }
  const remove = (directive: Directive): Fix =>
    fix(
      'fix/remove-ignore',
      {},
      [directive, ...(enders.get(directive) ?? [])].map((one) => removal(text, one)),
    )

  for (const directive of directives) {
    const { kind, word, span, rules } = directive
    for (const rule of rules) if (ruleNamed(rule.id) === undefined) yield unknown(rule)
    if (kind === undefined) {
      yield unused('.word', span, { word }, remove(directive))
    } else if (kind === 'enable') {
      if (ended.get(directive)?.size === 0) yield unused('.enable', span, {}, remove(directive))
    } else {
      const without = clauses.of(directive).filter(isUnused)
      if (without.length === Math.max(1, rules.length)) yield unused('', span, {}, remove(directive))
      else for (const { rule } of without) if (rule !== undefined) yield unusedRule(directive, rule)
    }
  }
}

const unused = (kind: string, span: Span, args: Args, mended: Fix): Finding => ({
  rule: unusedIgnore.id,
  span,
  wording: { key: `config/unused-ignore${kind}`, args },
  related: [],
  fixes: [mended],
})

function unusedRule(directive: Directive, rule: NamedRule): Finding {
  const args = { rule: rule.id }
  return unused('.rule', rule.span, args, fix('fix/remove-ignored-rule', args, [removalOfRule(directive, rule)]))
}

function unknown({ id, span }: NamedRule): Finding {
  const nearest = nearestRule(id)
  return {
    rule: unknownRule.id,
    span,
    wording:
      nearest === undefined
        ? { key: 'config/unknown-rule', args: { id } }
        : { key: 'config/unknown-rule.nearest', args: { id, nearest } },
    related: [],
    fixes: nearest === undefined ? [] : [fix('fix/rule', { rule: nearest }, [{ span, newText: nearest }])],
  }
}

const fix = (key: string, args: Args, edits: Fix['edits']): Fix => ({
  title: { key, args },
  edits,
  preferred: true,
  safe: false,
})
