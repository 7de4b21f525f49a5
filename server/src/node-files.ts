import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { glob } from 'tinyglobby'
import type { FindFiles } from './lsp/desk-sources.ts'
import { type FindPacks, isPack } from './review/config/packs.ts'
import type { ReadFile } from './review/config/store.ts'

/** Reads files of this machine, for the places that run on it. What cannot even be looked at counts as not there. */
export const readFileOfMachine: ReadFile = async (uri) => {
  const path = pathOf(uri)
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || !found?.isFile()) return undefined
  return new TextDecoder().decode(await readFile(path))
}

/** Of folders that are on this machine; not what others installed there. */
export const findFilesOfMachine: FindFiles = async (folders, pattern) => {
  const found = folders.map(async (folder) => {
    const cwd = pathOf(folder)
    const options = { ignore: ['**/node_modules/**'], absolute: true }
    return cwd === undefined ? [] : (await glob(pattern, { ...options, cwd })).map((path) => pathToFileURL(path).href)
  })
  return (await Promise.all(found)).flat()
}

export const findPacksOfMachine: FindPacks = async (folder) => {
  const path = pathOf(folder)
  const names = path === undefined ? [] : await readdir(path).catch(() => [])
  return names.filter(isPack).map((name) => pathToFileURL(join(path ?? '', name)).href)
}

/** Undefined for a URI that names no file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
