import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializeRequest,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node'
import { startServer } from '../../../server/src/lsp/server.ts'
import { report } from '../../suite/fixtures.ts'

// Within one process, so that what is sent in one go arrives in one go.

const URI = 'untitled:report'
const START = { line: 0, character: 0 }

async function connected() {
  const [up, down] = [new PassThrough(), new PassThrough()]
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)), {
    thisYear: () => 2026,
  })
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  client.listen()
  const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } }
  await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities })
  const text = report('tabs').replace('主动公开政府信息情况', '主动公开信息情况')
  const open = (uri: string) =>
    client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'plaintext', version: 1, text },
    })
  const type = (uri: string, version: number) =>
    client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: START, end: START }, text: ' ' }],
    })
  const ask = (kind: string) => {
    const line = text.split('\n').indexOf('二、主动公开信息情况')
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }
    const context = { diagnostics: [], only: [kind] }
    return client.sendRequest(CodeActionRequest.type, { textDocument: { uri: URI }, range, context }) as Promise<
      CodeAction[]
    >
  }
  return { open, type, ask }
}

const versionsOf = (actions: readonly CodeAction[]) =>
  actions.map(({ edit }) => (edit?.documentChanges?.[0] as TextDocumentEdit | undefined)?.textDocument.version)

test.each(['source.fixAll', 'quickfix'])(
  'a change right behind a request for %s leaves nothing to answer',
  async (kind) => {
    const { open, type, ask } = await connected()
    await open(URI)
    const [overtaken] = await Promise.all([ask(kind), type(URI, 2)])
    expect(overtaken).toEqual([])
    expect(versionsOf(await ask(kind))).toEqual([2])
  },
)

test('a change in another document does not matter', async () => {
  const { open, type, ask } = await connected()
  await open(URI)
  await open('untitled:other')
  const [actions] = await Promise.all([ask('source.fixAll'), type('untitled:other', 2)])
  expect(versionsOf(actions)).toEqual([1])
})
