// Where things are. Everything that is fetched or made goes to folders that git ignores.
import * as path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
/** Fetched editors, kept between runs. */
export const editors = path.join(root, '.vscode-test')
/** Counts, logs and screenshots of the last run. */
export const out = path.join(root, 'out')
