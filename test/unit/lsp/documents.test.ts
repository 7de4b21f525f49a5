import { beforeEach, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Documents, OpenDocument } from '../../../server/src/lsp/documents.ts'

const URI = 'file:///a.txt'
const OPTIONS = {}

/** The handlers that the documents listen with, by the method's name. */
let told: Record<string, (params: unknown) => void>
let documents: Documents
beforeEach(() => {
  told = {}
  const listen = (method: string) => (handler: (params: unknown) => void) => {
    told[method] = handler
    return { dispose: () => {} }
  }
  const connection = new Proxy({}, { get: (_, method) => listen(String(method)) })
  documents = new Documents()
  documents.listen(connection as Parameters<Documents['listen']>[0])
  open(URI)
})

const open = (uri: string) =>
  told.onDidOpenTextDocument?.({ textDocument: { uri, languageId: 'plaintext', version: 1, text: '总计\t17' } })

test('a version is reviewed once, however often it is asked about', () => {
  expect(documents.get(URI)?.review).toBe(documents.get(URI)?.review)
})

test('a version knows how long its review took', () => {
  let now = 0
  const clock = () => {
    now += 5
    return now
  }
  const by = { options: () => OPTIONS, beside: () => ({}), clock }
  const open = new OpenDocument(TextDocument.create(URI, 'plaintext', 1, '总计\t17'), by)
  expect(open.took).toBe(0)
  expect(open.review).toBe(open.review)
  // To be read, and to be judged.
  expect(open.took).toBe(5 + 5)
})

test('a change makes a new version with its own review', () => {
  const before = documents.get(URI)?.review
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } }
  told.onDidChangeTextDocument?.({ textDocument: { uri: URI, version: 2 }, contentChanges: [{ range, text: '71' }] })
  expect(documents.get(URI)?.document.version).toBe(2)
  expect(documents.get(URI)?.review.report.text).toBe('总计\t71')
  expect(documents.get(URI)?.review).not.toBe(before)
})

test('a closed document is forgotten', () => {
  told.onDidCloseTextDocument?.({ textDocument: { uri: URI } })
  expect(documents.get(URI)).toBeUndefined()
})

test.each([
  ['git:/a.txt', false],
  ['output:log', false],
  ['untitled:Untitled-1', true],
  ['vscode-vfs://github/a.txt', true],
])('%s is reviewed: %s', (uri, reviewed) => {
  open(uri)
  expect(documents.get(uri) !== undefined).toBe(reviewed)
})
