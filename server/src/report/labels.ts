import type { Catalogue } from '../formats/catalogue.ts'
import type { Format } from '../formats/schema.ts'
import { fold } from '../text/fold.ts'
import { type Matcher, makeMatcher } from '../text/matcher.ts'

/**
 * The labels of all editions of a report, compiled once. A label is known by its key: its shortest beginning that is
 * part of no other label of the table, since wrapped, cut and misspelt labels keep their beginning. A label that is a
 * part of another one (其他, 总计) is known only together with its number.
 */
export interface Label {
  readonly kind: 'title' | 'section' | 'row' | 'group' | 'column' | 'heading'
  /** The table it belongs to; empty for titles and sections. */
  readonly table: string
  /** The id of the row, group, column or section. */
  readonly id: string
  /** The editions that have it, or one that it is a part of. */
  readonly editions: ReadonlySet<string>
  /** Folded, without numbering. */
  readonly core: string
  /** Folded: what is searched for. */
  readonly key: string
  /** What follows the key in the core; nothing where the key is the numbered label. */
  readonly rest: string
  /** Its core is a part of another label: without its number it is told by its place alone. */
  readonly common: boolean
}

export interface LabelTable {
  readonly labels: readonly Label[]
  readonly matcher: Matcher
}

/** Chinese or Arabic numbering in front of a label: `一、`, `（三）`, `2.`, and nothing else. */
const NUMBERING = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、.．]|\d+[.．、])\s*/

export const withoutNumbering = (label: string): string => label.replace(NUMBERING, '')

/** What a label is called for short: its number, such as `一` or `（七）`, or, without one, itself. */
export const shortName = (label: string): string => NUMBERING.exec(label)?.[0].replace(/[、.．\s]+$/, '') ?? label

/** Long enough not to be an everyday word, short enough to survive a wrapped cell. */
const KEY_LENGTH = 4

const compiled = new WeakMap<Catalogue, LabelTable>()

/** The label table of a catalogue; made at the first call. */
export function labelTable(catalogue: Catalogue): LabelTable {
  const known = compiled.get(catalogue)
  if (known !== undefined) return known
  const labels = withKeys(collect(catalogue.formats))
  const made = { labels, matcher: makeMatcher(labels.map(({ key }) => key)) }
  compiled.set(catalogue, made)
  return made
}

interface Draft {
  kind: Label['kind']
  table: string
  id: string
  editions: Set<string>
  core: string
  /** With its numbering, folded. */
  numbered: string
}

function collect(formats: readonly Format[]): Draft[] {
  const drafts = new Map<string, Draft>()
  const note = (format: Format, kind: Label['kind'], table: string, id: string, words: readonly string[]) => {
    for (const word of words) {
      const core = fold(withoutNumbering(word))
      // A merged label of one edition may be a row of another: as a row it can be both.
      const place = [table, core, kind === 'group' ? 'row' : kind].join('/')
      const draft = drafts.get(place) ?? { kind, table, id, editions: new Set(), core, numbered: fold(word) }
      if (kind === 'row') draft.kind = kind
      draft.editions.add(format.id)
      drafts.set(place, draft)
    }
  }
  for (const format of formats) {
    note(format, 'title', '', 'title', format.titles)
    for (const { id, title, accepted = [] } of format.sections) {
      note(format, 'section', '', id, [title, ...accepted].flatMap(joinedOtherwise))
    }
    for (const table of format.tables) {
      for (const { id, label, accepted = [] } of table.groups) note(format, 'group', table.id, id, [label, ...accepted])
      for (const { heading, stub, columns, rows } of table.blocks) {
        for (const words of [heading, stub]) if (words !== undefined) note(format, 'heading', table.id, words, [words])
        for (const { id, label, accepted = [], under } of columns) {
          if (rows.some((row) => row.label === label)) continue
          note(format, 'column', table.id, id, [label, ...accepted])
          for (const words of under) note(format, 'heading', table.id, words, [words])
        }
        for (const { id, label, accepted = [] } of rows) note(format, 'row', table.id, id, [label, ...accepted])
      }
    }
  }
  return [...drafts.values()]
}

/** A title with its parts joined by 和 or 及 instead of 、, or the other way round, which says the same. */
const joinedOtherwise = (title: string): string[] => [
  title,
  ...['、', '和', '及'].map((joint) => withoutNumbering(title).replace(/[、和及]/g, joint)),
]

function withKeys(drafts: readonly Draft[]): Label[] {
  return drafts.flatMap((draft): Label[] => {
    const { core, numbered } = draft
    const others = drafts.filter(
      (other) => other.table === draft.table && !(other.kind === draft.kind && other.id === draft.id),
    )
    const whole = draft.table === '' || !others.some((other) => other.core.includes(core))
    if (whole) {
      let length = draft.table === '' ? core.length : Math.min(KEY_LENGTH, core.length)
      while (others.some((other) => other.core.includes(core.slice(0, length)))) length++
      const key = core.slice(0, length)
      return [{ ...draft, editions: editionsWith(draft, drafts), key, rest: core.slice(key.length), common: false }]
    }
    if (draft.kind === 'row') return [{ ...draft, key: numbered, rest: '', common: true }]
    // A column head that is a part of a row's label, or of a head that covers others, tells nothing.
    const isTold = others.every((other) => other.kind === 'column' || !other.core.includes(core))
    if (draft.kind !== 'column' || !isTold) return []
    return [{ ...draft, editions: editionsWith(draft, drafts), key: numbered, rest: '', common: true }]
  })
}

/** The editions in which these words may stand in a cell of this row or column: a torn page may show a part of them. */
function editionsWith({ table, kind, id, core }: Draft, drafts: readonly Draft[]): Set<string> {
  const same = drafts.filter((other) => other.table === table && other.kind === kind && other.id === id)
  return new Set(same.flatMap((other) => (other.core.includes(core) ? [...other.editions] : [])))
}
