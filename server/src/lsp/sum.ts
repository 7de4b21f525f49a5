import { CATALOGUE } from '../formats/catalogue.ts'
import { normalized } from '../review/config/store.ts'
import { say, sayWording } from '../review/messages/index.ts'
import { type RolledUp, rollUp, type Source } from '../review/rollup/roll-up.ts'
import type { PartsSum } from '../rules/beside.ts'
import type { DeskSources } from './desk.ts'
import type { OpenDocument } from './documents.ts'
import type { SumAnswer } from './protocol.ts'
import type { Session } from './session.ts'
import { nameOf } from './word-text.ts'

/** The sums that open reports are held against. They are made anew when files of the workspace change. */
export class Sums {
  readonly #byParent = new Map<string, PartsSum>()
  readonly #sum: (parent: string) => Promise<PartsSum | undefined>
  readonly #changed: () => void
  #isDue = false
  #running: Promise<void> = Promise.resolve()

  /**
   * @param sum adds the reports up for a parent report
   * @param changed called when documents are to be reviewed otherwise than before
   */
  constructor(sum: (parent: string) => Promise<PartsSum | undefined>, changed: () => void) {
    this.#sum = sum
    this.#changed = changed
  }

  of(uri: string): PartsSum | undefined {
    return this.#byParent.get(normalized(uri))
  }

  set(uri: string, sum: PartsSum): void {
    this.#byParent.set(normalized(uri), sum)
    this.#changed()
  }

  /** Files have changed, of which the sum may be another one now. To have written the parent itself changes nothing. */
  touch(uris: readonly string[]): void {
    const touched = uris.map(normalized)
    const isStale = [...this.#byParent.keys()].some((parent) => touched.some((uri) => uri !== parent))
    if (!isStale || this.#isDue) return
    this.#isDue = true
    this.#running = this.#running.then(() => this.#renew())
  }

  forget(uri: string): void {
    this.#byParent.delete(normalized(uri))
  }

  async #renew(): Promise<void> {
    this.#isDue = false
    for (const parent of [...this.#byParent.keys()]) {
      const sum = await this.#sum(parent).catch(() => undefined)
      if (!this.#byParent.has(parent)) continue
      if (sum === undefined) this.#byParent.delete(parent)
      else this.#byParent.set(parent, sum)
    }
    this.#changed()
  }
}

/** What the reports of the workspace come to for an open report, which is none of them; undefined where there are none. */
export async function sumFor(session: Session, sources: DeskSources, parent: string): Promise<PartsSum | undefined> {
  const rolled = await rollUpWorkspace(session, sources, openAt(session, parent))
  return rolled === undefined || rolled.rollup.sum.count === 0 ? undefined : rolled.rollup.sum
}

/** The document at a URI, however a client escapes it. */
const openAt = ({ documents }: Session, uri: string): OpenDocument | undefined =>
  documents.get(uri) ?? documents.get(documents.keys().find((one) => normalized(one) === normalized(uri)) ?? uri)

/** Reports that are open count as they stand in the editor. */
async function rollUpWorkspace(
  { documents, policies }: Session,
  { list, read }: DeskSources,
  parent: OpenDocument | undefined,
): Promise<RolledUp | undefined> {
  const open = new Map(documents.keys().map((uri) => [normalized(uri), uri]))
  const sourceOf = async (uri: string): Promise<Source | undefined> => {
    const { isExcluded, catalogue = CATALOGUE } = (await policies.forFile(uri)).options
    if (isExcluded) return undefined
    const document = documents.get(open.get(normalized(uri)) ?? uri)
    const text = document?.document.getText() ?? (await read(uri).catch(() => undefined))
    return text === undefined ? undefined : { text, catalogue }
  }
  const names = await list()
  const isParent = (uri: string) => parent !== undefined && normalized(uri) === normalized(parent.uri)
  return rollUp(names, sourceOf, {
    ...(parent && { parent: { name: names.find(isParent) ?? parent.uri, report: parent.report } }),
  })
}

/** Adds up the reports of the workspace, as they stand in the editor where they are open; `parent` is held against the sum. */
export async function sumReports(
  session: Session,
  sources: DeskSources,
  sums: Sums,
  parent: string | undefined,
): Promise<SumAnswer> {
  const { language } = session.settings
  const held = parent === undefined ? undefined : openAt(session, parent)
  if (parent !== undefined && !held?.report.facts.format) return { message: say(language, 'rollup/no-parent') }
  const rolled = await rollUpWorkspace(session, sources, held)
  if (rolled === undefined || rolled.rollup.sum.count === 0) return { message: say(language, 'rollup/none') }
  const { year, rollup } = rolled
  if (held !== undefined) sums.set(held.uri, rollup.sum)
  const differing = held?.review.findings.filter(({ rule }) => rule === 'rollup/sum').length
  const remarks = remarksOn(rolled, language)
  const tables = rollup.write('pipes').map(({ title, text }) => `## ${title}\n\n${text}`)
  const message = [
    say(language, 'rollup/added', { year, edition: rollup.sum.edition, count: rollup.sum.count }),
    ...(differing === undefined ? [] : [say(language, 'rollup/differing', { count: differing })]),
    ...(remarks.length > 0 ? [say(language, 'rollup/see-below', { count: remarks.length })] : []),
  ].join('')
  const text = [
    `# ${say(language, 'rollup/title', { year })}`,
    message,
    ...tables,
    ...(remarks.length > 0 ? [remarks.map((remark) => `- ${remark}\n`).join('')] : []),
  ].join('\n\n')
  return { message, text }
}

/** A line for whatever is not in the sum, or not whole. */
function remarksOn({ rollup, others, strangers }: RolledUp, language: Session['settings']['language']): string[] {
  const parts = rollup.parts.flatMap(({ name, isAdded, remarks }) => {
    if (remarks.length === 0) return []
    const reasons = remarks.map((remark) => sayWording(language, remark)).join(language === 'en' ? '; ' : '；')
    return [say(language, isAdded ? 'rollup/incomplete' : 'rollup/not-added', { path: nameOf(name), reasons })]
  })
  return [
    ...others.map(([year, count]) => say(language, 'rollup/other-year', { year, count })),
    // Notes, pages and the like stand in a workspace, and are no news.
    ...(strangers.length > 0 && rollup.parts.length === 0 ? strangers.map(nameOf) : []),
    ...parts,
  ]
}
