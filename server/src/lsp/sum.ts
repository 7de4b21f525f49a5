import { normalized } from '../review/config/store.ts'
import { say, sayWording } from '../review/messages/index.ts'
import { type RolledUp, rollUp } from '../review/rollup/roll-up.ts'
import type { PartsSum } from '../rules/beside.ts'
import type { DeskSources } from './desk.ts'
import type { SumAnswer } from './protocol.ts'
import type { Session } from './session.ts'

/** The sums that open reports are held against, until one of the reports changes on the disk. */
export class Sums {
  readonly #byParent = new Map<string, PartsSum>()
  readonly #changed: () => void

  /** @param changed called when documents are to be reviewed otherwise than before */
  constructor(changed: () => void) {
    this.#changed = changed
  }

  of(uri: string): PartsSum | undefined {
    return this.#byParent.get(normalized(uri))
  }

  set(uri: string, sum: PartsSum): void {
    this.#byParent.set(normalized(uri), sum)
    this.#changed()
  }

  /** Files have changed: what was added up may be another sum now. To have written the parent itself changes nothing. */
  touch(uris: readonly string[]): void {
    const touched = uris.map(normalized)
    const stale = [...this.#byParent.keys()].filter((parent) => touched.some((uri) => uri !== parent))
    for (const parent of stale) this.#byParent.delete(parent)
    if (stale.length > 0) this.#changed()
  }

  forget(uri: string): void {
    this.#byParent.delete(normalized(uri))
  }
}

/** Adds up the reports of the workspace, as they stand in the editor where they are open; `parent` is held against the sum. */
export async function sumReports(
  { documents, policies, settings: { language } }: Session,
  { list, read }: DeskSources,
  sums: Sums,
  parent: string | undefined,
): Promise<SumAnswer> {
  const open = new Map(documents.keys().map((uri) => [normalized(uri), uri]))
  const textOf = async (uri: string): Promise<string | undefined> => {
    const { options } = await policies.forFile(uri)
    if (options.isExcluded) return undefined
    const document = documents.get(open.get(normalized(uri)) ?? uri)
    return document?.document.getText() ?? (await read(uri).catch(() => undefined))
  }
  const held = parent === undefined ? undefined : documents.get(parent)
  if (parent !== undefined && !held?.report.facts.format) return { message: say(language, 'rollup/no-parent') }
  const names = await list()
  const name = names.find((uri) => parent !== undefined && normalized(uri) === normalized(parent)) ?? parent
  const rolled = await rollUp(names, textOf, {
    ...(held !== undefined && name !== undefined && { parent: { name, report: held.report } }),
  })
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

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
