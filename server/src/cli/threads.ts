import { type Language, say } from '../review/messages/index.ts'
import type { Identity } from '../review/years.ts'
import type { CheckOptions } from './check-options.ts'
import { type FileResult, nothingOf } from './file-result.ts'
import type { FileReviewer } from './file-reviewer.ts'
import type { Host, Thread } from './host.ts'
import { STANDARD_INPUT } from './inputs.ts'

export interface Threads {
  /** How many files are reviewed at a time. */
  readonly count: number
  readonly review: (path: string, past?: string) => Promise<FileResult>
  readonly identify: (path: string) => Promise<Identity | undefined>
  readonly end: () => void
}

/** Fewer files are reviewed before a thread has started. */
const WORTH_A_THREAD = 40

/** The threads to review a number of files on; for a few files, this one alone. */
export function openThreads(host: Host, options: CheckOptions, files: number, here: FileReviewer): Threads {
  const { startThread } = host
  const count = Math.min(options.jobs ?? host.processors, Math.ceil(files / WORTH_A_THREAD))
  if (count < 2 || startThread === undefined) return { ...here, count: 1, end: () => {} }
  const start = () => startThread(options)
  const idle: Thread[] = Array.from({ length: count }, start)
  /** When a thread dies over a file, the others are left to another one. */
  const onThread = async <Answer>(ask: (thread: Thread) => Promise<Answer>, lost: (error: unknown) => Answer) => {
    const thread = idle.pop() ?? start()
    try {
      const answer = await ask(thread)
      idle.push(thread)
      return answer
    } catch (error) {
      return lost(error)
    }
  }
  return {
    count,
    review: async (path, past) =>
      path === STANDARD_INPUT
        ? here.review(path, past)
        : onThread(
            (thread) => thread.review(path, past),
            (error) => lost(path, error, here.language),
          ),
    // A file that a thread dies over is named when it is reviewed.
    identify: async (path) =>
      path === STANDARD_INPUT
        ? here.identify(path)
        : onThread(
            (thread) => thread.identify(path),
            () => undefined,
          ),
    end: () => {
      for (const thread of idle) thread.end()
    },
  }
}

const lost = (path: string, error: unknown, language: Language): FileResult =>
  nothingOf({ failed: true, errors: [say(language, 'cli/died', { path, reason: String(error) })] })
