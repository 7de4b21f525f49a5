import { Worker } from 'node:worker_threads'
import { type ExtensionContext, Uri } from 'vscode'
import type { StartWordWorker } from './worker.ts'

/** In megabytes: what the largest file that is read may take up. */
const MEMORY = 1024

/** Threads of Node, on the desktop and on remote hosts. */
export function wordThreads({ extensionUri }: ExtensionContext): StartWordWorker {
  const file = Uri.joinPath(extensionUri, 'dist', 'word-thread.js').fsPath
  return () => {
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    return {
      ask: (request) =>
        new Promise((resolve, reject) => {
          thread.once('message', resolve)
          thread.once('error', reject)
          thread.once('exit', reject)
          thread.postMessage(request)
        }),
      end: () => void thread.terminate(),
    }
  }
}
