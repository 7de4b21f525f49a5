import { type Uri, workspace } from 'vscode'
import type { WordAnswer, WordQuestion } from '../../../server/src/word/protocol.ts'

/** Has a Word file read, unless it is too large. */
export async function readWord(ask: (question: WordQuestion) => Promise<WordAnswer>, file: Uri): Promise<WordAnswer> {
  const { size } = await workspace.fs.stat(file)
  const admitted = await ask({ kind: 'admit', size })
  return admitted.state === 'admitted' ? ask({ kind: 'read', bytes: await workspace.fs.readFile(file) }) : admitted
}
