import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CheckOptions } from './cli/check-options.ts'
import type { FileResult } from './cli/file-result.ts'
import type { Thread } from './cli/host.ts'
import type { Identity } from './review/years.ts'

/** What a thread is asked of a file. */
export interface ThreadTask {
  readonly ask: 'review' | 'identify'
  readonly path: string
  readonly past?: string | undefined
}

/** Beside the command line's own bundle. */
const ENTRY = join(__dirname, 'cli-thread.js')

/** A thread of Node that reviews one file at a time. */
export function startThread(options: CheckOptions): Thread {
  const worker = new Worker(ENTRY, { workerData: options })
  let settle: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | undefined
  let died: Error | undefined
  const die = (error: Error) => {
    died ??= error
    settle?.reject(died)
  }
  worker.on('message', (answer) => settle?.resolve(answer))
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`exit ${code}`)))
  const ask = <Answer>(task: ThreadTask) =>
    new Promise<Answer>((resolve, reject) => {
      if (died !== undefined) return reject(died)
      settle = { resolve: resolve as (answer: unknown) => void, reject }
      worker.postMessage(task)
    })
  return {
    review: (path, past) => ask<FileResult>({ ask: 'review', path, past }),
    identify: (path) => ask<Identity | undefined>({ ask: 'identify', path }),
    end: () => void worker.terminate(),
  }
}
