import type { Host } from '../../../server/src/cli/host.ts'
import { word } from '../../../server/src/word/word.ts'
import { utf8 } from './encode.ts'

/** A machine made of a few files; what it is told to print and write is kept. */
export interface FakeHost extends Host {
  /** All of the standard output. */
  readonly printed: () => string
  readonly printedBytes: () => Uint8Array
  /** The lines of the standard error. */
  readonly errors: readonly string[]
  readonly written: ReadonlyMap<string, string>
  /** Files that were written as bytes. */
  readonly rewritten: ReadonlyMap<string, Uint8Array>
}

/** A file's text, its bytes, or why it cannot be read. */
type File = string | Uint8Array | Error

/** Where the files are. */
const FOLDER = 'file:///drafts/'

/** A path stands for itself or, ending in `/`, for the files below it; one that ends in `!` cannot be written. */
export function fakeHost(files: Readonly<Record<string, File>> = {}, changes: Partial<Host> = {}): FakeHost {
  let output = Buffer.of()
  const errors: string[] = []
  const written = new Map<string, string>()
  const rewritten = new Map<string, Uint8Array>()
  const bytes = async (file: File | undefined): Promise<Uint8Array> => {
    if (file instanceof Error) throw file
    return typeof file === 'string' ? utf8(file) : (file ?? new Uint8Array())
  }
  return {
    readFile: (path) => bytes(files[path]),
    sizeOf: async (path) => (await bytes(files[path])).length,
    loadWord: async () => word,
    readConfig: async (uri) => {
      const file = files[uri.slice(FOLDER.length)]
      return file === undefined ? undefined : Buffer.from(await bytes(file)).toString()
    },
    findPacks: async (folder) => {
      const names = Object.keys(files).filter((name) => /^[^/]*\.report-format\.json$/.test(name))
      return `${folder}/` === FOLDER ? names.map((name) => FOLDER + name) : []
    },
    uriOf: (path) => FOLDER + (path === '.' ? '' : path),
    pathOf: (uri) => uri.slice(FOLDER.length),
    readStandardInput: () => bytes(files['-']),
    expand: async (path) =>
      Object.keys(files).filter((file) => file === path || (path.endsWith('/') && file.startsWith(path))),
    writeFile: async (path, content) => {
      if (path.endsWith('!')) throw new Error('EACCES')
      if (typeof content === 'string') written.set(path, content)
      else rewritten.set(path, content)
    },
    openFile: async (path) => {
      if (path.endsWith('!')) throw new Error('EACCES')
      written.set(path, '')
      return {
        write: async (text) => void written.set(path, (written.get(path) ?? '') + text),
        close: async () => {},
      }
    },
    processors: 1,
    out: (content) => {
      output = Buffer.concat([output, Buffer.from(content)])
    },
    error: (text) => void errors.push(text),
    rulePage: async () => undefined,
    colors: false,
    version: '1.2.3',
    ...changes,
    printed: () => output.toString(),
    printedBytes: () => new Uint8Array(output),
    errors,
    written,
    rewritten,
  }
}
