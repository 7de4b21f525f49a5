import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff'

/**
 * What changes in a file, as `diff -u` prints it and `patch -p0` takes it. Its name is written here: the library would spell
 * a Chinese one out in octal. A tab ends a name with spaces, as `diff` has it.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const name = /\s/.test(path) ? `${path}\t` : path
  const patch = structuredPatch(path, path, before, after, undefined, undefined, { context: 3 })
  return `--- ${name}\n+++ ${name}\n${formatPatch(patch, OMIT_HEADERS)}`
}
