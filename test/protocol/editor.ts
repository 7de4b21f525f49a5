import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { minimatch } from 'minimatch'
import {
  type ApplyWorkspaceEditParams,
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  Emitter,
  ExecuteCommandRequest,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  type ShowMessageParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
} from 'vscode-languageserver/node'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import type {
  DeskLine,
  DeskParams,
  FindFilesParams,
  FindFilesResult,
  FindPacksParams,
  FindPacksResult,
  InitializationOptions,
  ReadFileParams,
  ReadFileResult,
  Status,
} from '../../server/src/lsp/protocol.ts'

const built = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url))

/** The two ways to the server, with their arguments. */
export const SERVER = [built('server.node.js'), '--stdio']
export const COMMAND_LINE = [built('cli.js'), 'lsp', '--stdio']

interface Start extends Partial<InitializeParams> {
  readonly initializationOptions?: InitializationOptions
  /** What `workspace/configuration` answers, by section, or by file and section with a space between. */
  readonly configuration?: Record<string, unknown>
  /** The files that it reads, by URI. */
  readonly files?: Record<string, string | Error>
  readonly program?: readonly string[]
}

/** What VS Code announces, as far as this server looks at it. */
export const PULLS: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
}

/** An editor that knows nothing but diagnostics that are sent to it. */
export const IS_SENT: ClientCapabilities = {}

/** An editor on the other end of a real server process, over standard input and output. */
export class Editor {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  readonly documents = new Map<string, TextDocument>()
  readonly statuses = new Map<string, Status>()
  readonly log: string[] = []
  readonly messages: ShowMessageParams[] = []
  /** What the editor does just before it applies an edit that the server asks for, such as taking in a key. */
  beforeEdit: () => Promise<void> = async () => {}
  readonly announced: InitializeResult
  readonly configuration: Record<string, unknown>
  readonly files: Map<string, string | Error>
  /** The files that it was asked for. */
  readonly asked: string[] = []
  /** What it was asked to watch. */
  readonly watched: string[] = []
  /** What it was told of the reports in the workspace, from the first time on. */
  readonly desks: (readonly DeskLine[])[] = []
  refreshes = 0
  lensRefreshes = 0
  hintRefreshes = 0
  readonly #published = new Map<string, PublishDiagnosticsParams>()
  readonly #heard = new Emitter<void>()

  static async start(
    capabilities: ClientCapabilities,
    { configuration = {}, files = {}, program = SERVER, ...params }: Start = {},
  ): Promise<Editor> {
    const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'inherit'] })
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    connection.listen()
    const announced = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...params,
    })
    const editor = new Editor(child, connection, announced, configuration, files)
    await connection.sendNotification(InitializedNotification.type, {})
    return editor
  }

  private constructor(
    child: ChildProcess,
    connection: ProtocolConnection,
    announced: InitializeResult,
    configuration: Record<string, unknown>,
    files: Record<string, string | Error>,
  ) {
    this.process = child
    this.connection = connection
    this.announced = announced
    this.configuration = configuration
    this.files = new Map(Object.entries(files))
    connection.onRequest(RegistrationRequest.type, ({ registrations }) =>
      this.#hear(() => {
        for (const { registerOptions } of registrations)
          for (const { globPattern } of registerOptions?.watchers ?? []) this.watched.push(globPattern)
      }),
    )
    connection.onRequest('nianbao/readFile', ({ uri }: ReadFileParams): ReadFileResult => {
      this.asked.push(uri)
      const file = this.files.get(uri)
      if (file instanceof Error) throw file
      return { text: file ?? null }
    })
    connection.onRequest(
      'nianbao/findFiles',
      ({ pattern }: FindFilesParams): FindFilesResult => ({
        uris: [...this.files.keys()].filter((uri) => minimatch(uri.replace(/^[a-z-]+:\/+/, ''), pattern)),
      }),
    )
    connection.onRequest(
      'nianbao/findPacks',
      ({ folder }: FindPacksParams): FindPacksResult => ({
        uris: [...this.files.keys()].filter(
          (uri) => uri.endsWith('.report-format.json') && uri.slice(0, uri.lastIndexOf('/')) === folder,
        ),
      }),
    )
    connection.onNotification('nianbao/desk', ({ organs }: DeskParams) => this.#hear(() => this.desks.push(organs)))
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(
        ({ section, scopeUri }) =>
          this.configuration[`${scopeUri} ${section}`] ?? this.configuration[section ?? ''] ?? null,
      ),
    )
    connection.onRequest(DiagnosticRefreshRequest.type, () => this.#hear(() => this.refreshes++))
    connection.onRequest(CodeLensRefreshRequest.type, () => this.#hear(() => this.lensRefreshes++))
    connection.onRequest(InlayHintRefreshRequest.type, () => this.#hear(() => this.hintRefreshes++))
    connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => this.#takeEdit(params))
    connection.onNotification(ShowMessageNotification.type, (message) => this.#hear(() => this.messages.push(message)))
    connection.onNotification(LogMessageNotification.type, ({ message }) => this.#hear(() => this.log.push(message)))
    connection.onNotification('nianbao/status', (status: Status) =>
      this.#hear(() => this.statuses.set(status.uri, status)),
    )
    connection.onNotification(PublishDiagnosticsNotification.type, (params) =>
      this.#hear(() => this.#published.set(params.uri, params)),
    )
  }

  #hear(note: () => unknown): void {
    note()
    this.#heard.fire()
  }

  /** Waits until what the server has said makes a condition true. */
  async until<T>(condition: () => T | undefined | false): Promise<T> {
    for (;;) {
      const answer = condition()
      if (answer !== undefined && answer !== false) return answer
      await new Promise<void>((resolve) => {
        const once = this.#heard.event(() => {
          once.dispose()
          resolve()
        })
      })
    }
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    const document = TextDocument.create(uri, languageId, 1, text)
    this.documents.set(uri, document)
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    })
  }

  /** Changes the first occurrence of a text, as typing does. */
  async replace(uri: string, old: string, newText: string): Promise<void> {
    const document = this.#document(uri)
    const start = document.getText().indexOf(old)
    const range = { start: document.positionAt(start), end: document.positionAt(start + old.length) }
    await this.change(uri, [{ range, text: newText }])
  }

  async change(uri: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.#document(uri).version + 1
    this.documents.set(uri, TextDocument.update(this.#document(uri), contentChanges, version))
    const params = { textDocument: { uri, version }, contentChanges }
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, params)
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) }
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, params)
  }

  /** The findings of a document, asked for in full. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri)
    if (report.kind !== 'full') throw new Error('not asked for changes, but told that nothing changed')
    return report.items
  }

  /** The one finding of a document. */
  async finding(uri: string): Promise<Diagnostic> {
    const [finding, ...others] = await this.findings(uri)
    if (finding === undefined || others.length > 0)
      throw new Error(`${finding ? 'more than' : 'less than'} one finding`)
    return finding
  }

  /** The first action that is offered for a finding. */
  async firstAction(uri: string, { range }: Diagnostic): Promise<CodeAction> {
    const [action] = await this.codeActions(uri, range)
    if (action === undefined) throw new Error('no action')
    return action
  }

  /** The diagnostics that the server sent for the document's present version. */
  published(uri: string): Promise<PublishDiagnosticsParams> {
    const { version } = this.#document(uri)
    return this.until(() => {
      const params = this.#published.get(uri)
      return params?.version === version && params
    })
  }

  lastPublished(uri: string): PublishDiagnosticsParams | undefined {
    return this.#published.get(uri)
  }

  async codeActions(uri: string, range: Range): Promise<CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [] } }
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[]
  }

  /** Applies the edits that name a document's present version, as an editor does; others are refused. */
  async apply({ edit }: CodeAction): Promise<void> {
    for (const { textDocument, edits } of (edit?.documentChanges ?? []) as TextDocumentEdit[]) {
      const document = this.#document(textDocument.uri)
      if (textDocument.version !== document.version) throw new Error('an edit for another version')
      const last = document.positionAt(document.getText().length)
      const text = TextDocument.applyEdits(document, edits as Parameters<typeof TextDocument.applyEdits>[1])
      await this.change(textDocument.uri, [{ range: { start: { line: 0, character: 0 }, end: last }, text }])
    }
  }

  /** Applies an edit that the server asks for, or says that it is for another version. */
  async #takeEdit({ edit }: ApplyWorkspaceEditParams): Promise<{ applied: boolean }> {
    await this.beforeEdit()
    try {
      await this.apply({ title: '', edit })
      return { applied: true }
    } catch {
      return { applied: false }
    }
  }

  command(command: string, args: unknown[]): Promise<unknown> {
    return this.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })
  }

  /** Has files made, changed or taken away behind the server's back, and tells it as far as it asked to be told. */
  async write(files: Record<string, string | Error | undefined>): Promise<void> {
    const changes = Object.entries(files).map(([uri, file]): FileEvent => {
      const type =
        file === undefined
          ? FileChangeType.Deleted
          : this.files.has(uri)
            ? FileChangeType.Changed
            : FileChangeType.Created
      if (file === undefined) this.files.delete(uri)
      else this.files.set(uri, file)
      return { uri, type }
    })
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes })
  }

  async configure(configuration: Record<string, unknown>): Promise<void> {
    Object.assign(this.configuration, configuration)
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
  }

  /** Says goodbye as the protocol has it; resolves to the exit status. */
  async quit(): Promise<number | null> {
    const exited = this.exited()
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    return exited
  }

  exited(): Promise<number | null> {
    return new Promise((resolve) => this.process.once('exit', resolve))
  }

  textAt(uri: string, range: Range): string {
    return this.#document(uri).getText(range)
  }

  #document(uri: string): TextDocument {
    const document = this.documents.get(uri)
    if (document === undefined) throw new Error(`${uri} is not open`)
    return document
  }
}
