import type { Catalogue } from '../formats/catalogue.ts'
import type { Draft } from './draft.ts'
import { readPage } from './read/read-page.ts'
import { readWord } from './read/read-word.ts'
import type { Dialect } from './write/prose.ts'
import { type WrittenWord, writeWord } from './write/write-word.ts'

/** All that is done with Word files. It is a bundle of its own, which is loaded when there is such a file. */
export interface Word {
  readonly readWord: (bytes: Uint8Array) => Promise<Draft>
  readonly readPage: (html: string) => Draft
  readonly writeWord: (text: string, dialect: Dialect, catalogue?: Catalogue) => Promise<WrittenWord | undefined>
}

export const word: Word = { readWord, readPage, writeWord }
