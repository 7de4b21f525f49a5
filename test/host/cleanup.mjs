// What a suite starts or makes must be gone when it ends, however it ends.
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'

const undo = new Set()
process.on('exit', () => {
  for (const step of [...undo].reverse()) step()
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

/** Registers a synchronous step for the end of the process; the answer takes it back. */
export function atEnd(step) {
  undo.add(step)
  return () => undo.delete(step)
}

/** A new folder, removed at the end of the process. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-'))
  atEnd(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return folder
}

/** Writes files, named relative to the folder, and their folders. */
export function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  }
}
