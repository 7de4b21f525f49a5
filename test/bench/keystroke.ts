import type { MessageConnection, Position } from 'vscode-languageserver-protocol/node'
import { median, ms, printTable, ratio } from './compare.ts'
import { reportOf } from './reports.ts'
import { type ServerProcess, startServer, stopServer } from './server-process.ts'

const URI = 'untitled:bench'

const SIZES: readonly (readonly [label: string, bytes: number, keystrokes: number, warmUp: number])[] = [
  ['20 KB', 20_000, 300, 50],
  ['1 MB', 1_000_000, 40, 8],
]

const textDocument = { uri: URI }
const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } }

/** What VS Code asks for after a key was pressed, besides diagnostics: of the whole text, or of what is on the screen. */
const FOLLOWING: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/semanticTokens/range', { textDocument, range }],
  ['textDocument/codeLens', { textDocument }],
  ['textDocument/documentLink', { textDocument }],
  ['textDocument/inlayHint', { textDocument, range }],
]

/**
 * From a keystroke to its diagnostics, beside a server that does nothing, in turn; then to all else that VS Code asks for
 * after it. The ratio says how the time grows with the text: it is below that of the sizes where work is linear.
 */
export async function benchKeystroke(own: string, idle: string): Promise<void> {
  const rows = [['keystroke to', 'diagnostics ms', 'nothing ms', 'above nothing ms', 'everything on the screen ms']]
  const times: number[] = []
  for (const [label, bytes, keystrokes, warmUp] of SIZES) {
    const text = reportOf(bytes, 'tabs')
    const at = { line: paragraphHalfWay(text), character: 1 }
    const servers = { nianbao: await start(own, text), nothing: await start(idle, text) }
    const taken = { nianbao: [] as number[], nothing: [] as number[], everything: [] as number[] }
    for (let stroke = -warmUp; stroke < keystrokes; stroke++) {
      for (const name of ['nianbao', 'nothing'] as const) {
        const began = performance.now()
        await type(servers[name].connection, at, stroke + warmUp + 2)
        if (stroke >= 0) taken[name].push(performance.now() - began)
        if (name === 'nothing') continue
        await Promise.all(FOLLOWING.map(([method, params]) => servers[name].connection.sendRequest(method, params)))
        if (stroke >= 0) taken.everything.push(performance.now() - began)
      }
    }
    for (const server of Object.values(servers)) await stopServer(server)
    const [with_, without] = [median(taken.nianbao), median(taken.nothing)]
    times.push(with_)
    rows.push([label, ms(with_), ms(without), ms(with_ - without), ms(median(taken.everything))])
  }
  printTable(rows)
  console.log(`1 MB / 20 KB: ${ratio((times[1] ?? 0) / (times[0] ?? 1))}`)
}

async function start(path: string, text: string): Promise<ServerProcess> {
  const server = await startServer(path)
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text },
  })
  return server
}

/** The line of a paragraph in the middle of a text. */
function paragraphHalfWay(text: string): number {
  const lines = text.split('\n')
  const half = Math.floor(lines.length / 2)
  return lines.findIndex((line, index) => index >= half && line.length > 40)
}

/** Types one letter, and asks for the diagnostics. */
async function type(connection: MessageConnection, at: Position, version: number): Promise<void> {
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: at, end: at }, text: '公' }],
  })
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } })
}
