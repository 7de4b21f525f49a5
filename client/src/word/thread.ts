import { once } from 'node:events'
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
      ask: async (request) => {
        thread.postMessage(request)
        const [answer] = await once(thread, 'message')
        return answer
      },
      end: () => void thread.terminate(),
    }
  }
}
