/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode'
import type { StartWordWorker } from './worker.ts'

/** Workers of the browser. */
export function wordWebWorkers({ extensionUri }: ExtensionContext): StartWordWorker {
  const script = Uri.joinPath(extensionUri, 'dist', 'word.js').toString(true)
  return () => {
    const worker = new Worker(script)
    return {
      ask: (request) =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = reject
          worker.postMessage(request)
        }),
      end: () => worker.terminate(),
    }
  }
}
