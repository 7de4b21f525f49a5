import { env, workspace } from 'vscode'
import type { WordAnswer, WordQuestion, WordRequest } from '../../../server/src/word/protocol.ts'
import { ID } from '../client.ts'

/** A worker that answers questions, one at a time. */
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
  const worker = start()
  try {
    return (await answerInTime(worker, ask)) ?? tooLate(start, ask)
  } finally {
    worker.end()
  }
}

/** Has many files read, one after another, in one worker for as long as there are any: each start of one takes time. */
export class WordQueue {
  readonly #start: StartWordWorker
  #worker: WordWorker | undefined
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(start: StartWordWorker) {
    this.#start = start
  }

  ask(question: WordQuestion): Promise<WordAnswer> {
    this.#waiting++
    const answer = this.#last.then(() => this.#ask(question))
    this.#last = answer.catch(() => {})
    return answer
  }

  async #ask(question: WordQuestion): Promise<WordAnswer> {
    this.#worker ??= this.#start()
    const answer = await answerInTime(this.#worker, question)
    this.#waiting--
    if (answer === undefined || this.#waiting === 0) {
      this.#worker.end()
      this.#worker = undefined
    }
    return answer ?? tooLate(this.#start, question)
  }
}

/** Undefined when there is none in time, or the worker dies over it. */
async function answerInTime(worker: WordWorker, ask: WordQuestion): Promise<WordAnswer | undefined> {
  const request: WordRequest = {
    language: workspace.getConfiguration(ID).get('language', 'zh-CN'),
    editorLanguage: env.language,
    ask,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE)
  })
  try {
    return await Promise.race([worker.ask(request).catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}

const tooLate = async (start: StartWordWorker, { kind }: WordQuestion): Promise<WordAnswer> =>
  kind === 'late' ? { state: 'refused', message: '' } : askWord(start, { kind: 'late' })
