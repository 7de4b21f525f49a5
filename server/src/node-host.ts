import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pc from 'picocolors'
import { glob } from 'tinyglobby'
import { version } from '../../package.json'
import type { Host } from './cli/host.ts'
import { findPacksOfMachine, readFileOfMachine } from './node-files.ts'
import { startThread } from './node-thread.ts'
import type { Word } from './word/word.ts'

/** Beside the command line's own bundle. */
const WORD = join(__dirname, 'word.js')
const RULE_PAGES = join(__dirname, '../docs/rules')
const READABLE = '**/*.{md,markdown,txt,html,htm,docx}'
/** What Word puts beside a file that is open in it. */
const IGNORED = ['**/node_modules/**', '**/~$*']

/** This machine, as the command line sees it. */
export const host: Host = {
  // A thread has nothing else to do while it waits for its file, and waiting costs more than reading.
  readFile: async (path) => readFileSync(path),
  sizeOf: async (path) => (await stat(path)).size,
  loadWord: async () =>
    ((await import(pathToFileURL(WORD).href)) as { readonly default: { readonly word: Word } }).default.word,
  readConfig: readFileOfMachine,
  findPacks: findPacksOfMachine,
  uriOf: (path) => pathToFileURL(resolve(path)).href,
  pathOf: (uri) => slashed(fileURLToPath(uri)),
  readStandardInput: () => buffer(process.stdin),
  expand: async (path) => {
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile()) return [slashed(path)]
    const options = { ignore: IGNORED, expandDirectories: false, absolute: false }
    const files = found?.isDirectory() ? await glob(READABLE, { ...options, cwd: path }) : await glob(path, options)
    return files.map((file) => slashed(found?.isDirectory() ? join(path, file) : file)).sort()
  },
  writeFile: async (path, content) => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  },
  openFile: async (path) => {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'w')
    let pending = ''
    const flush = async () => {
      await file.writeFile(pending)
      pending = ''
    }
    return {
      write: async (text) => {
        pending += text
        if (pending.length >= WORTH_WRITING) await flush()
      },
      close: async () => {
        await flush()
        await file.close()
      },
    }
  },
  out: (content) => {
    if (process.stdout.write(content)) return
    return new Promise((resolve) => process.stdout.once('drain', resolve))
  },
  error: (text) => void process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY && { progress }),
  rulePage: (id) => readFile(join(RULE_PAGES, `${id}.md`), 'utf8').catch(() => undefined),
  startThread,
  processors: availableParallelism(),
  colors: pc.isColorSupported && process.stdout.isTTY === true,
  version,
}

/** In UTF-16 units: small pieces are written together. */
const WORTH_WRITING = 1 << 16

/** Paths as they are printed: relative to the working directory, with slashes. */
const slashed = (path: string): string => (relative(process.cwd(), path) || path).replaceAll('\\', '/')

/** Short runs end before anybody would look. */
const WORTH_SHOWING = 100

/** One line that is written over, and gone at the end. */
function progress(done: number, all: number): void {
  if (all < WORTH_SHOWING || (done % 25 !== 0 && done < all)) return
  process.stderr.write(done === all ? '\r\u001b[K' : `\r${done}/${all}`)
}
