// What is loaded for Word files, and no sooner: by the command line, and by the desktop editor on a thread of its own, as a
// module of Node; in the browser it is a worker.
import { answer } from './word/answer.ts'
import type { WordRequest } from './word/protocol.ts'
import { word } from './word/word.ts'

declare const self: Worker

export { answer, word }

if ('importScripts' in globalThis)
  self.addEventListener('message', async ({ data }) => self.postMessage(await answer(data as WordRequest)))
