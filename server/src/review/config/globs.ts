import { Minimatch } from 'minimatch'

const OPTIONS = { dot: true, nocomment: true, nonegate: true, platform: 'linux' } as const

/**
 * Patterns of files, relative to the folder of their configuration: `草稿/*.txt`, `旧稿`. One without a slash is for that
 * name in any folder; one that matches a folder is for all that is in it; a name means itself, whatever is in it.
 */
export class Globs {
  readonly #names: ReadonlySet<string>
  readonly #patterns: readonly Minimatch[]

  constructor(patterns: string | readonly string[]) {
    const names = [patterns].flat().map((pattern) => pattern.replace(/^(?:\.\/)+|\/+$/g, ''))
    this.#names = new Set(names)
    this.#patterns = names.filter(Boolean).flatMap((name) => {
      const pattern = name.includes('/') ? name : `**/${name}`
      return [new Minimatch(pattern, OPTIONS), new Minimatch(`${pattern}/**`, OPTIONS)]
    })
  }

  matches(path: string): boolean {
    return this.#names.has(path) || this.#patterns.some((pattern) => pattern.match(path))
  }

  /** Whether a path is all that is named. */
  isJust(path: string): boolean {
    return this.#names.size === 1 && this.#names.has(path)
  }
}
