import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CheckOptions } from './cli/check-options.ts'
import type { FileResult } from './cli/file-result.ts'
import type { Thread } from './cli/host.ts'

/** Beside the command line's own bundle. */
const ENTRY = join(__dirname, 'cli-thread.js')

/** A thread of Node that reviews one file at a time. */
export function startThread(options: CheckOptions): Thread {
  const worker = new Worker(ENTRY, { workerData: options })
  let settle: { resolve: (result: FileResult) => void; reject: (error: Error) => void } | undefined
  let died: Error | undefined
  const die = (error: Error) => {
    died ??= error
    settle?.reject(died)
  }
  worker.on('message', (result: FileResult) => settle?.resolve(result))
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`exit ${code}`)))
  return {
    review: (path) =>
      new Promise<FileResult>((resolve, reject) => {
        if (died !== undefined) return reject(died)
        settle = { resolve, reject }
        worker.postMessage(path)
      }),
    end: () => void worker.terminate(),
  }
}
