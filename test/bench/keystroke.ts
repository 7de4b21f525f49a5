import type { MessageConnection } from 'vscode-languageserver-protocol/node'
import { median, ms, printTable } from './compare.ts'
import { reportOf } from './reports.ts'
import { type ServerProcess, startServer, stopServer } from './server-process.ts'

const KEYSTROKES = 300
const URI = 'untitled:bench'

/** From a keystroke in a 20 KB report to its diagnostics, beside a server that does nothing, in turn. */
export async function benchKeystroke(own: string, idle: string): Promise<void> {
  const text = reportOf(20_000, 'tabs')
  const servers = { nianbao: await start(own, text), nothing: await start(idle, text) }
  const times = { nianbao: [] as number[], nothing: [] as number[] }
  for (let stroke = -50; stroke < KEYSTROKES; stroke++) {
    for (const name of ['nianbao', 'nothing'] as const) {
      const began = performance.now()
      await type(servers[name].connection, stroke + 60)
      if (stroke >= 0) times[name].push(performance.now() - began)
    }
  }
  for (const server of Object.values(servers)) await stopServer(server)
  const [with_, without] = [median(times.nianbao), median(times.nothing)]
  printTable([
    ['keystroke to diagnostics, 20 KB', 'nianbao ms', 'nothing ms', 'above nothing ms'],
    ['', ms(with_), ms(without), ms(with_ - without)],
  ])
}

async function start(path: string, text: string): Promise<ServerProcess> {
  const server = await startServer(path)
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text },
  })
  return server
}

/** Types one letter on the fifth line, and asks for the diagnostics. */
async function type(connection: MessageConnection, version: number): Promise<void> {
  const at = { line: 4, character: 0 }
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: at, end: at }, text: '公' }],
  })
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } })
}
