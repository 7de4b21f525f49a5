import {
  commands,
  type Disposable,
  type ExtensionContext,
  TabInputText,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ShowTablesCommand, Status, TablesChangedMethod } from '../../../server/src/lsp/protocol.ts'
import type { PageState } from './messages.ts'
import { printTables } from './print.ts'
import { resourcesOf, shell } from './shell.ts'
import { TableView } from './view.ts'

export const SHOW_TABLES: ShowTablesCommand = 'nianbao.showTables'
const PRINT_TABLES = 'nianbao.printTables'
const CHANGED: TablesChangedMethod = 'nianbao/tablesChanged'
const VIEW = 'nianbao.tables'
/** For `when` clauses: the documents that are reports, by `resourcePath`: a window calls remote files otherwise than we do. */
const REPORTS = 'nianbao.reports'

/** The views of reports' tables, at most one a document, and the commands for them. */
export class TableViews implements Disposable {
  readonly #client: BaseLanguageClient
  readonly #context: ExtensionContext
  readonly #views = new Map<string, TableView>()
  readonly #reports = new Set<string>()
  readonly #parts: Disposable[]

  constructor(client: BaseLanguageClient, context: ExtensionContext) {
    this.#client = client
    this.#context = context
    const refresh = (uri: Uri) => this.#views.get(uri.toString())?.refreshSoon()
    this.#parts = [
      commands.registerCommand(SHOW_TABLES, (uri?: string | Uri, table?: unknown) =>
        this.#show(this.#uriOf(uri), typeof table === 'string' ? table : undefined),
      ),
      commands.registerCommand(PRINT_TABLES, async (uri?: string | Uri, target?: unknown) => {
        const document = this.#uriOf(uri)
        if (document) await this.#print(document, target instanceof Uri ? target : undefined)
      }),
      window.registerWebviewPanelSerializer(VIEW, {
        deserializeWebviewPanel: async (panel, state: PageState | undefined) => this.#restore(panel, state),
      }),
      client.onNotification(CHANGED, () => {
        for (const view of this.#views.values()) view.refreshSoon()
      }),
      workspace.onDidChangeTextDocument(({ document }) => refresh(document.uri)),
      workspace.onDidSaveTextDocument(({ uri }) => refresh(uri)),
      workspace.onDidOpenTextDocument(({ uri }) => refresh(uri)),
      workspace.onDidCloseTextDocument((document) => {
        this.#note(document.uri, false)
        if (document.isUntitled) this.#follow(document)
        refresh(document.uri)
      }),
      window.onDidChangeTextEditorSelection(({ textEditor: { document } }) =>
        this.#views.get(document.uri.toString())?.mark(),
      ),
    ]
  }

  /** What the server knows of a document: a report has a button for its tables. */
  take({ uri, isReport }: Status): void {
    const document = this.#client.protocol2CodeConverter.asUri(uri)
    this.#note(document, isReport)
    this.#views.get(document.toString())?.refreshSoon()
  }

  dispose(): void {
    for (const part of this.#parts) part.dispose()
    for (const view of this.#views.values()) view.dispose()
  }

  #note(uri: Uri, isReport: boolean): void {
    const name = uri.scheme === 'file' ? uri.fsPath : uri.path
    if (this.#reports.has(name) === isReport) return
    if (isReport) this.#reports.add(name)
    else this.#reports.delete(name)
    void commands.executeCommand('setContext', REPORTS, [...this.#reports])
  }

  /** What a command is for: a document that is named, else that of the view or the editor in front. */
  #uriOf(uri: string | Uri | undefined): Uri | undefined {
    if (uri instanceof Uri) return uri
    if (typeof uri === 'string') return this.#client.protocol2CodeConverter.asUri(uri)
    const front = [...this.#views.values()].find(({ panel }) => panel.active)
    return front?.uri ?? window.activeTextEditor?.document.uri
  }

  #show(uri: Uri | undefined, table: string | undefined): void {
    if (uri === undefined) return
    const view = this.#views.get(uri.toString()) ?? this.#open(uri)
    view.show(table)
  }

  #open(uri: Uri): TableView {
    const panel = window.createWebviewPanel(VIEW, nameOf(uri), { viewColumn: ViewColumn.Beside, preserveFocus: true })
    return this.#add(panel, { uri: uri.toString(), text: 'live', scroll: 0 })
  }

  async #restore(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    if (typeof state?.uri !== 'string') return panel.dispose()
    const view = this.#add(panel, state)
    try {
      if (view.uri.scheme === 'untitled' && !isInTab(view.uri)) throw new Error('not kept')
      // The editor that has it may not be in front, and then nobody has opened it yet.
      await workspace.openTextDocument(view.uri)
    } catch {
      panel.dispose()
    }
  }

  #add(panel: WebviewPanel, state: PageState): TableView {
    const { extensionUri } = this.#context
    const uri = Uri.parse(state.uri, true)
    panel.title = nameOf(uri)
    panel.iconPath = Uri.joinPath(extensionUri, 'images', 'icon.png')
    panel.webview.options = { enableScripts: true, localResourceRoots: [resourcesOf(extensionUri)] }
    const text = state.text === 'saved' ? 'saved' : 'live'
    const view = new TableView(this.#client, panel, uri, text, (document) => this.#print(document))
    const name = uri.toString()
    this.#views.get(name)?.dispose()
    this.#views.set(name, view)
    panel.onDidDispose(() => {
      view.leave()
      if (this.#views.get(name) === view) this.#views.delete(name)
    })
    const language = workspace.getConfiguration('nianbao').get('language') === 'en' ? 'en' : 'zh-CN'
    panel.webview.html = shell(panel.webview, extensionUri, { ...state, text }, language)
    return view
  }

  /** A new text that was saved is a file now: its view goes along. */
  #follow(document: TextDocument): void {
    const name = document.uri.toString()
    const view = this.#views.get(name)
    const text = document.getText()
    const saved = workspace.textDocuments.find((other) => !other.isUntitled && other.getText() === text)
    if (view === undefined || saved === undefined || this.#views.has(saved.uri.toString())) return
    view.leave()
    this.#views.delete(name)
    this.#add(view.panel, { uri: saved.uri.toString(), text: view.text, scroll: 0 })
  }

  #print(document: Uri, target?: Uri): Promise<void> {
    return printTables(this.#client, this.#context, document, target)
  }
}

const isInTab = (uri: Uri): boolean =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString())

const nameOf = ({ path }: Uri): string => `表 ${path.slice(path.lastIndexOf('/') + 1)}`
