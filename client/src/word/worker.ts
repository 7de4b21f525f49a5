import { env, workspace } from 'vscode'
import type { WordAnswer, WordQuestion, WordRequest } from '../../../server/src/word/protocol.ts'
import { ID } from '../client.ts'

/** A worker that answers one question. */
export interface WordWorker {
  /** Rejects when the worker dies over it. */
  readonly ask: (request: WordRequest) => Promise<WordAnswer>
  readonly end: () => void
}

/** Starts a worker with the bundle for Word files: a thread of Node, or a worker of the browser. */
export type StartWordWorker = () => WordWorker

/** In milliseconds: a report takes less than one second. */
const PATIENCE = 60_000

/**
 * Has something read or written in a worker of its own, so that no file, however it was made, can hold up the editor or
 * stay in its memory.
 */
export async function askWord(start: StartWordWorker, ask: WordQuestion): Promise<WordAnswer> {
  const request: WordRequest = {
    language: workspace.getConfiguration(ID).get('language', 'zh-CN'),
    editorLanguage: env.language,
    ask,
  }
  const worker = start()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE)
  })
  try {
    const answer = await Promise.race([worker.ask(request).catch(() => undefined), late])
    if (answer !== undefined) return answer
  } finally {
    clearTimeout(timer)
    worker.end()
  }
  return ask.kind === 'late' ? { state: 'refused', message: '' } : askWord(start, { kind: 'late' })
}
