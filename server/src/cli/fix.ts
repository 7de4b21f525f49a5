import { fixAll } from '../review/fix-all.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { Review } from '../review/review.ts'
import { unifiedDiff } from './diff.ts'
import { reencode } from './encoding.ts'
import type { Host } from './host.ts'
import { type Input, reasonOf } from './inputs.ts'

/** What becomes of a text to which the safe fixes were applied: written where it came from, or shown as a difference. */
export type FixMode = 'write' | 'diff'

export interface FixedInput {
  /** Of the text as it is now, or, for a difference, would be. */
  readonly review: Review
  /** How many findings were fixed; undefined when nobody asked for that. */
  readonly fixed?: number
  /** It could not be written, which was said on standard error, and is as it was. */
  readonly failed?: true
}

/**
 * Applies the safe fixes to a file, or to standard input, which is then printed, changed or not.
 *
 * @param given the review of the input
 * @param isSound whether it is known what to fix: nothing is fixed under a configuration that is not right
 */
export async function fixInput(
  host: Host,
  input: Input,
  given: Review,
  isSound: boolean,
  mode: FixMode,
  language: Language,
): Promise<FixedInput> {
  const { path, bytes } = input
  const { review: left, count } = isSound ? fixAll(given) : { review: given, count: 0 }
  const done = { review: left, fixed: count }
  const { text: newText } = left.report
  if (mode === 'diff') {
    if (count > 0) host.out(unifiedDiff(path, input.text, newText))
    return done
  }
  if (input.draft !== undefined) {
    if (count > 0) host.error(say(language, 'cli/fix-word', { path }))
    if (input.isStandardInput) host.out(bytes)
    return { review: given, fixed: 0 }
  }
  try {
    if (input.isStandardInput) host.out(count > 0 ? reencoded(newText, input, language) : bytes)
    else if (count > 0) await host.writeFile(path, reencoded(newText, input, language))
    return done
  } catch (error) {
    if (input.isStandardInput) host.out(bytes)
    host.error(say(language, 'cli/unwritable', { path, reason: reasonOf(error) }))
    return { review: given, fixed: 0, failed: true }
  }
}

function reencoded(text: string, { bytes }: Input, language: Language): Uint8Array {
  const changed = reencode(text, bytes)
  if (changed === undefined) throw new Error(say(language, 'cli/unencodable'))
  return changed
}
