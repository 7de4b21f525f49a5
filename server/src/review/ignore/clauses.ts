import type { Finding } from '../../rules/rule.ts'
import type { Span } from '../../text/span.ts'
import { isAboutIgnores } from '../rule-book.ts'
import type { Directive, NamedRule } from './directives.ts'
import { Lines } from './lines.ts'

/** One of the rules that an ignore is for, or all of them: what matches a finding, or none. */
export interface Clause {
  readonly directive: Directive
  /** Undefined: all rules, but for those that look at the ignores themselves. */
  readonly rule: NamedRule | undefined
}

/** Stands for the id where all rules are meant. */
const ALL = ''

type ByRule = Map<string, Clause>

interface Block {
  readonly clause: Clause
  readonly span: Span
}

/** The ignores of a text by what they cover: lines, stretches from `disable` to `enable`, all of it. */
export class Clauses {
  readonly #all: ReadonlyMap<Directive, readonly Clause[]>
  /** Those that matched something so far. */
  readonly used = new Set<Clause>()
  readonly #end: number
  readonly #lines: Lines
  readonly #byLine = new Map<number, ByRule>()
  readonly #file: ByRule = new Map()
  /** `disable` and `enable`, in the order of the text. */
  readonly #borders: readonly Clause[]
  readonly #blocks = new Map<string, readonly Block[]>()

  constructor(text: string, directives: readonly Directive[]) {
    this.#end = text.length
    this.#lines = new Lines(text)
    this.#all = new Map(directives.map((directive) => [directive, clausesOf(directive)]))
    const all = [...this.#all.values()].flat()
    this.#borders = all.filter(({ directive: { kind } }) => kind === 'disable' || kind === 'enable')
    for (const clause of all) {
      const line = this.#lineOf(clause.directive)
      if (line !== undefined) put(this.#byLine.get(line) ?? this.#newLine(line), clause)
      else if (clause.directive.kind === 'disable-file') put(this.#file, clause)
    }
  }

  of(directive: Directive): readonly Clause[] {
    return this.#all.get(directive) ?? []
  }

  /** Whether a finding is not to be reported. All ignores that say so have then matched something. */
  cover({ rule, span }: Finding): boolean {
    const lines = this.#linesOf(span)
    const covering = (isAboutIgnores(rule) ? [rule] : [rule, ALL]).flatMap((id) => [
      this.#file.get(id),
      ...lines.map((line) => this.#byLine.get(line)?.get(id)),
    ])
    covering.push(blockAt(this.#blocksOf(rule), span.start))
    const found = covering.filter((clause) => clause !== undefined)
    for (const clause of found) this.used.add(clause)
    return found.length > 0
  }

  /** The line that an ignore of a line is for; beyond the last where none follows. */
  #lineOf({ kind, span }: Directive): number | undefined {
    if (kind === 'disable-line') return this.#lines.at(span.start)
    return kind === 'disable-next-line' ? this.#lines.heldFrom(this.#lines.at(span.end) + 1) : undefined
  }

  #newLine(line: number): ByRule {
    const made: ByRule = new Map()
    this.#byLine.set(line, made)
    return made
  }

  /** The lines with ignores that a span touches. */
  #linesOf({ start, end }: Span): number[] {
    if (this.#byLine.size === 0) return []
    const first = this.#lines.at(start)
    const last = this.#lines.at(Math.max(start, end - 1))
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }

  #blocksOf(rule: string): readonly Block[] {
    const known = this.#blocks.get(rule)
    if (known !== undefined) return known
    const blocks: Block[] = []
    let open: Clause | undefined
    const close = (end: number) => {
      if (open !== undefined) blocks.push({ clause: open, span: { start: open.directive.span.end, end } })
      open = undefined
    }
    for (const clause of this.#borders) {
      if (clause.rule === undefined ? isAboutIgnores(rule) : clause.rule.id !== rule) continue
      if (clause.directive.kind === 'enable') close(clause.directive.span.start)
      else open ??= clause
    }
    close(this.#end + 1)
    this.#blocks.set(rule, blocks)
    return blocks
  }
}

const clausesOf = (directive: Directive): Clause[] =>
  directive.rules.length === 0
    ? [{ directive, rule: undefined }]
    : directive.rules.map((rule): Clause => ({ directive, rule }))

/** Of two that say the same, the first. */
function put(byRule: ByRule, clause: Clause): void {
  const id = clause.rule?.id ?? ALL
  if (!byRule.has(id)) byRule.set(id, clause)
}

/** The block that an offset lies in. Blocks lie apart, in the order of the text. */
function blockAt(blocks: readonly Block[], offset: number): Clause | undefined {
  let from = 0
  let to = blocks.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle]?.span.end as number) <= offset) from = middle + 1
    else to = middle
  }
  const block = blocks[from]
  return block !== undefined && block.span.start <= offset ? block.clause : undefined
}
