import { type Catalogue, formatFor, kindsOf } from '../../formats/catalogue.ts'
import type { Report } from '../../report/report.ts'
import { read } from '../review.ts'
import { type Identity, identify, identityOf } from '../years.ts'
import { Rollup } from './rollup.ts'

export interface RollUpOptions {
  /** The year whose reports are added; by default that of `parent`, else the latest there is. */
  readonly year?: number | undefined
  /** The report that the sum is held against: it is none of the parts. */
  readonly parent?: { readonly name: string; readonly report: Report } | undefined
}

/** A text, and the editions that it is read by. */
export interface Source {
  readonly text: string
  readonly catalogue: Catalogue
}

/** What became of many texts. */
export interface RolledUp {
  readonly year: number
  readonly rollup: Rollup
  /** Reports of other years, which were not added: how many, by year, the latest first. */
  readonly others: readonly (readonly [year: number, count: number])[]
  /** Texts that are no report of this kind, or do not tell their year. */
  readonly strangers: readonly string[]
}

/**
 * Adds up the reports among some texts. Each is read twice, first for its year, so that however many there are, little of
 * them is kept. Undefined when there is no report with an edition to go by.
 *
 * @param sourceOf undefined for what is to be left out in silence
 */
export async function rollUp(
  names: readonly string[],
  sourceOf: (name: string) => Promise<Source | undefined>,
  { year: asked, parent }: RollUpOptions,
): Promise<RolledUp | undefined> {
  const identities = new Map<string, Identity & Pick<Source, 'catalogue'>>()
  const strangers: string[] = []
  for (const name of names) {
    if (name === parent?.name) continue
    const source = await sourceOf(name)
    const identity = source && identify(source.text, source.catalogue)
    if (source && identity) identities.set(name, { ...identity, catalogue: source.catalogue })
    else if (source) strangers.push(name)
  }
  const parentIs = parent && identityOf(parent.report)
  const latest = [...identities.values()].sort((a, b) => b.year - a.year)[0]
  const year = asked ?? parentIs?.year ?? latest?.year
  const editions = parent?.report.editions ?? latest?.catalogue
  const kind = editions && kindsOf(editions).find(({ id }) => id === (parentIs?.kind ?? latest?.kind))
  const format = kind && formatFor(kind, year)
  if (!format || year === undefined) return undefined
  const rollup = new Rollup(format)
  const others = new Map<number, number>()
  for (const [name, identity] of identities) {
    if (identity.kind !== format.kind) strangers.push(name)
    else if (identity.year !== year) others.set(identity.year, (others.get(identity.year) ?? 0) + 1)
    else {
      const source = await sourceOf(name)
      if (source !== undefined) rollup.add(name, read(source.text, { catalogue: source.catalogue }))
    }
  }
  return { year, rollup, others: [...others].sort(([a], [b]) => b - a), strangers }
}
