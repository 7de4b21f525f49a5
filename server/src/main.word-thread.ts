// The thread of Node on which the desktop editor has a Word file read or written.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { answer } from './word/answer.ts'
import type { WordRequest } from './word/protocol.ts'

/** Beside this file. */
const WORD = join(__dirname, 'word.js')

parentPort?.on('message', async (request: WordRequest) => {
  const { default: bundle } = (await import(pathToFileURL(WORD).href)) as {
    readonly default: { answer: typeof answer }
  }
  parentPort?.postMessage(await bundle.answer(request))
})
