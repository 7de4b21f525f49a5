import { type Language, say } from '../review/messages/index.ts'
import type { Host, OpenFile } from './host.ts'
import { reasonOf } from './inputs.ts'

/** Where findings are written to, piece by piece: standard output, a file, or standard error where the first is taken. */
export async function openSink(
  host: Host,
  path: string | undefined,
  isOutputTaken: boolean,
  language: Language,
): Promise<OpenFile | undefined> {
  if (path === undefined) return isOutputTaken ? standardError(host) : standardOutput(host)
  try {
    return await host.openFile(path)
  } catch (error) {
    host.error(say(language, 'cli/unwritable', { path, reason: reasonOf(error) }))
    return undefined
  }
}

const standardOutput = (host: Host): OpenFile => ({
  write: async (text) => host.out(text),
  close: async () => {},
})

/** After all that goes to standard output. */
function standardError(host: Host): OpenFile {
  let text = ''
  return {
    write: async (piece) => {
      text += piece
    },
    close: async () => host.error(text.trimEnd()),
  }
}
