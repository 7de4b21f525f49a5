import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ReadFile } from './review/config/store.ts'

/** Reads files of this machine, for the places that run on it. What cannot even be looked at counts as not there. */
export const readFileOfMachine: ReadFile = async (uri) => {
  const path = pathOf(uri)
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || !found?.isFile()) return undefined
  return new TextDecoder().decode(await readFile(path))
}

/** Undefined for a URI that names no file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
