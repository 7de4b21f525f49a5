import ignore, { type Ignore } from 'ignore'
import { URI, Utils } from 'vscode-uri'
import { pathFrom, type ReadFile } from './store.ts'

/** Beside reports that are not to be reviewed: patterns as in `.gitignore`, for its folder and those below. */
export const IGNORE_NAME = '.nianbaoignore'

/** What the ignore files say of files. What was read is kept until somebody says that it changed. */
export class IgnoreFiles {
  readonly #read: ReadFile
  readonly #files = new Map<string, Promise<Ignore | undefined>>()

  constructor(read: ReadFile) {
    this.#read = read
  }

  /** Whether a file is left out: the ignore file nearest to it that names it decides, as for Git. */
  async leavesOut(uri: string): Promise<boolean> {
    const file = URI.parse(uri)
    if (!file.path.startsWith('/') || file.scheme === 'untitled') return false
    const folders = [Utils.dirname(file)]
    for (let last = folders[0]; last !== undefined && last.path !== '/'; last = folders.at(-1)) {
      folders.push(Utils.dirname(last))
    }
    const read = await Promise.all(folders.map((folder) => this.#at(Utils.joinPath(folder, IGNORE_NAME).toString())))
    for (const [index, patterns] of read.entries()) {
      const { ignored, unignored } = patterns?.test(pathFrom(folders[index] ?? file, uri)) ?? NEITHER
      if (ignored || unignored) return ignored
    }
    return false
  }

  /** Forgets an ignore file that was made, changed or taken away. */
  drop(uri: string): void {
    this.#files.delete(URI.parse(uri).toString())
  }

  /** One that cannot be read leaves nothing out. */
  #at(uri: string): Promise<Ignore | undefined> {
    const known = this.#files.get(uri)
    if (known !== undefined) return known
    const read = this.#read(uri).then(
      (text) => (text === undefined ? undefined : ignore().add(text)),
      () => undefined,
    )
    this.#files.set(uri, read)
    return read
  }
}

const NEITHER = { ignored: false, unignored: false }
