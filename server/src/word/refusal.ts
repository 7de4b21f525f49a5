import type { MessageKey } from '../review/messages/index.ts'

/** Why a file is not read, for the person who chose it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly key: MessageKey

  constructor(key: MessageKey & `word/${string}`) {
    super(key)
    this.key = key
  }
}

/** Whether an error is one, also of another bundle, which has a class of its own. */
export const isRefusal = (error: unknown): error is Refusal => error instanceof Error && error.name === 'Refusal'
