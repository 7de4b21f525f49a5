import { type Language, say } from '../review/messages/index.ts'
import type { CheckOptions } from './check-options.ts'
import { type FileResult, nothingOf } from './file-result.ts'
import type { FileReviewer } from './file-reviewer.ts'
import type { Host, Thread } from './host.ts'
import { STANDARD_INPUT } from './inputs.ts'

export interface Threads {
  /** How many files are reviewed at a time. */
  readonly count: number
  readonly review: (path: string) => Promise<FileResult>
  readonly end: () => void
}

/** Fewer files are reviewed before a thread has started. */
const WORTH_A_THREAD = 40

/** The threads to review a number of files on; for a few files, this one alone. */
export function openThreads(host: Host, options: CheckOptions, files: number, here: FileReviewer): Threads {
  const { startThread } = host
  const count = Math.min(options.jobs ?? host.processors, Math.ceil(files / WORTH_A_THREAD))
  if (count < 2 || startThread === undefined) return { count: 1, review: here.review, end: () => {} }
  const start = () => startThread(options)
  const idle: Thread[] = Array.from({ length: count }, start)
  return {
    count,
    review: async (path) => {
      if (path === STANDARD_INPUT) return here.review(path)
      const thread = idle.pop() ?? start()
      try {
        const result = await thread.review(path)
        idle.push(thread)
        return result
      } catch (error) {
        // It died over this file. The others are reviewed by another one.
        return lost(path, error, here.language)
      }
    },
    end: () => {
      for (const thread of idle) thread.end()
    },
  }
}

const lost = (path: string, error: unknown, language: Language): FileResult =>
  nothingOf({ failed: true, errors: [say(language, 'cli/died', { path, reason: String(error) })] })
