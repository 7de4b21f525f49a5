import { URI, Utils } from 'vscode-uri'
import type { ReviewOptions } from '../options.ts'
import { optionsOf } from './options.ts'
import { type ConfigProblem, type ReadConfig, readConfig } from './read.ts'
import { CONFIG_NAME } from './schema.ts'

/** The text of a file by its URI; undefined when there is none. Rejects when it is there and cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>

/** A configuration and what it means for the files in its folder and below. */
export interface ConfigFile extends ReadConfig {
  readonly uri: string
  readonly text: string
  /** The files of formats that it names, by URI. */
  readonly formats: readonly string[]
  readonly optionsFor: (uri: string) => ReviewOptions
}

/** @param folder that its paths are relative to, by default the one that it is in */
export function configFile(uri: string, text: string, folder = Utils.dirname(URI.parse(uri))): ConfigFile {
  const read = readConfig(text)
  const optionsAt = optionsOf(read.config)
  const formats = (read.config.formats ?? []).map((path) => Utils.resolvePath(folder, path).toString())
  return { ...read, uri, text, formats, optionsFor: (file) => optionsAt(pathFrom(folder, file)) }
}

/** The same URI for the same file, whichever characters are escaped in it; what is no URI stays as it is. */
export function normalized(uri: string): string {
  try {
    return URI.parse(uri).toString()
  } catch {
    return uri
  }
}

/** The path of a file as seen from a folder; as it is where it lies elsewhere. */
export function pathFrom(folder: URI, uri: string): string {
  const { path } = URI.parse(uri)
  const above = folder.path.endsWith('/') ? folder.path : `${folder.path}/`
  return path.startsWith(above) ? path.slice(above.length) : path
}

/** One that is there and cannot be read: nothing is known of it but that. */
function unreadable(uri: string, error: unknown): ConfigFile {
  const reason = error instanceof Error ? error.message : String(error)
  const problem: ConfigProblem = {
    severity: 'error',
    span: { start: 0, end: 0 },
    wording: { key: 'config/unreadable', args: { reason } },
  }
  return { ...configFile(uri, '{}'), problems: [problem], isBroken: true }
}

/**
 * The configurations of files: for each the nearest one, in its folder or above. What was read is kept, and that there is
 * none as well, until somebody says that it changed.
 */
export class Configs {
  readonly #read: ReadFile
  readonly #files = new Map<string, Promise<ConfigFile | undefined>>()
  /** As they were read last, so that one whose text did not change is the same as before. */
  readonly #former = new Map<string, ConfigFile>()

  constructor(read: ReadFile) {
    this.#read = read
  }

  /** Undefined for a file without any, and for a text that is in no folder. */
  async nearest(uri: string): Promise<ConfigFile | undefined> {
    const file = URI.parse(uri)
    if (!file.path.startsWith('/') || file.scheme === 'untitled') return undefined
    for (let folder = Utils.dirname(file); ; folder = Utils.dirname(folder)) {
      const found = await this.#at(Utils.joinPath(folder, CONFIG_NAME).toString())
      if (found !== undefined || folder.path === '/') return found
    }
  }

  /** Forgets a configuration that was made, changed or taken away. */
  drop(uri: string): void {
    this.#files.delete(normalized(uri))
  }

  #at(uri: string): Promise<ConfigFile | undefined> {
    const known = this.#files.get(uri)
    if (known !== undefined) return known
    const read = this.#read(uri).then(
      (text) => (text === undefined ? undefined : this.#made(uri, text)),
      (error) => unreadable(uri, error),
    )
    this.#files.set(uri, read)
    return read
  }

  #made(uri: string, text: string): ConfigFile {
    const former = this.#former.get(uri)
    if (former?.text === text) return former
    const made = configFile(uri, text)
    this.#former.set(uri, made)
    return made
  }
}
