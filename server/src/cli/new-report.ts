import { formatFor, kindsOf } from '../formats/catalogue.ts'
import { plainly } from '../report/writing/draft.ts'
import { formYears, type ReportForm, writeReport } from '../report/writing/new-report.ts'
import { type Language, say } from '../review/messages/index.ts'
import { formatsFor } from './formats.ts'
import { EXIT, type Host } from './host.ts'
import { reasonOf } from './inputs.ts'

export interface NewOptions {
  readonly organ: string
  readonly year: number
  readonly as: ReportForm
  /** By default the first there is. */
  readonly kind?: string
  readonly formats?: readonly string[]
  readonly output?: string
  readonly language: Language
}

/** Drafts a report in the edition for its year. A file that is there is never written over. Returns the exit status. */
export async function newReport(host: Host, options: NewOptions): Promise<number> {
  const { year, as, formats = [], output, language } = options
  const fail = (key: string, args: Readonly<Record<string, string | number>>): number => {
    host.error(say(language, key, args))
    return EXIT.failed
  }
  const organ = options.organ.trim()
  if (organ === '') return fail('new/no-organ', {})
  const catalogue = await formatsFor(host, output, formats, language)
  if (catalogue === undefined) return EXIT.failed
  const kinds = kindsOf(catalogue)
  const kind = options.kind === undefined ? kinds[0] : kinds.find(({ id }) => id === options.kind)
  if (kind === undefined) {
    return fail('cli/no-such-kind', { kind: options.kind ?? '', known: kinds.map(({ id }) => id).join('、') })
  }
  const format = formatFor(kind, year)
  if (format === null) return fail('new/no-edition', { year, years: formYears(kind) })
  const text = plainly(writeReport(format, { organ, year }, as))
  if (output === undefined) {
    await host.out(text)
    return EXIT.ok
  }
  try {
    if ((await host.expand(output)).length > 0) return fail('cli/not-overwritten', { path: output })
    await host.writeFile(output, text)
    return EXIT.ok
  } catch (error) {
    return fail('cli/unwritable', { path: output, reason: reasonOf(error) })
  }
}
