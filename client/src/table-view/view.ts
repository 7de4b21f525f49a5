import {
  commands,
  type Disposable,
  Range,
  Selection,
  type TextDocument,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type {
  ShownCell,
  ShownFigure,
  ShownTables,
  TablesMethod,
  TablesParams,
  TablesResult,
  WriteFigureAnswer,
  WriteFigureMethod,
  WriteFigureParams,
} from '../../../server/src/lsp/protocol.ts'
import type { FromPage, ToPage } from './messages.ts'
import { OwnChanges } from './own-changes.ts'

const TABLES: TablesMethod = 'nianbao/tables'
const WRITE: WriteFigureMethod = 'nianbao/writeFigure'

/** While somebody types, the view is drawn anew after a pause of so many milliseconds. */
const PAUSE = 120

/** The tables of one document in a panel. It is asked for when it can be seen, and never on the way of a key. */
export class TableView implements Disposable {
  readonly panel: WebviewPanel
  readonly #client: BaseLanguageClient
  readonly #print: (uri: Uri) => Promise<void>
  readonly uri: Uri
  readonly #own = new OwnChanges()
  readonly #parts: Disposable[]
  #text: ShownTables['text']
  #shown: ShownTables | null = null
  #table: string | undefined
  #isReady = false
  #due: ReturnType<typeof setTimeout> | undefined
  #asked = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(
    client: BaseLanguageClient,
    panel: WebviewPanel,
    uri: Uri,
    text: ShownTables['text'],
    print: (uri: Uri) => Promise<void>,
  ) {
    this.#client = client
    this.panel = panel
    this.uri = uri
    this.#text = text
    this.#print = print
    this.#parts = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
      panel.onDidChangeViewState(() => this.refreshSoon()),
    ]
  }

  /** Brings it to the front, and a table of it into sight. */
  show(table: string | undefined): void {
    this.#table = table ?? this.#table
    this.panel.reveal(undefined, true)
    this.#revealTable()
  }

  /** The text or something else has changed. */
  refreshSoon(): void {
    clearTimeout(this.#due)
    this.#due = setTimeout(() => void this.refresh(), PAUSE)
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#due)
    if (!this.#isReady || !this.panel.visible) return
    const asked = ++this.#asked
    const document = this.#document()
    const tables = await this.#ask(document)
    if (asked !== this.#asked) return
    if (tables !== null) this.#shown = tables
    const hasSaved = this.uri.scheme !== 'untitled'
    this.#tell({ type: 'tables', tables: this.#shown, hasSaved, isClosed: document === undefined })
    this.#revealTable()
    this.mark()
  }

  /** Marks the cell that the cursor in the text is in. */
  mark(): void {
    const editor = window.visibleTextEditors.find(({ document }) => this.isOf(document))
    if (editor === undefined || this.#shown?.version !== editor.document.version) return
    const at = editor.selection.active
    const touches = ({ range, isThere }: ShownFigure) => isThere && toRange(range).contains(at)
    this.#tell({ type: 'mark', address: figuresIn(this.#shown).find(touches)?.address })
  }

  isOf({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString()
  }

  get text(): ShownTables['text'] {
    return this.#text
  }

  /** Leaves its panel to another view. */
  leave(): void {
    clearTimeout(this.#due)
    this.#isReady = false
    for (const part of this.#parts) part.dispose()
  }

  dispose(): void {
    this.leave()
    this.panel.dispose()
  }

  #hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true
        void this.refresh()
        break
      case 'show':
        this.#text = message.text
        void this.refresh()
        break
      case 'go':
        void this.#go(message)
        break
      case 'write':
        // One after the other, so that each is for the text that the one before left.
        this.#writing = this.#writing.then(() => this.#write(message)).catch(() => {})
        break
      case 'save':
        void this.#document()?.save()
        break
      case 'undo':
      case 'redo':
        void this.#undo(message.type)
        break
      case 'print':
        void this.#print(this.uri)
        break
    }
  }

  async #ask(document: TextDocument | undefined): Promise<TablesResult> {
    if (document === undefined) return null
    const uri = this.#client.code2ProtocolConverter.asUri(this.uri)
    const saved = this.#text === 'saved' ? await this.#savedText() : undefined
    try {
      return await this.#client.sendRequest<TablesResult>(TABLES, {
        uri,
        ...(saved !== undefined && { saved }),
      } satisfies TablesParams)
    } catch {
      // The server is just starting, or gone: what is shown stays.
      return null
    }
  }

  async #savedText(): Promise<string | undefined> {
    try {
      return await workspace.decode(await workspace.fs.readFile(this.uri), { uri: this.uri })
    } catch {
      return undefined
    }
  }

  async #write({ address, version, text }: Extract<FromPage, { type: 'write' }>): Promise<void> {
    const document = this.#document()
    const params: WriteFigureParams = {
      uri: this.#client.code2ProtocolConverter.asUri(this.uri),
      version: document === undefined ? version : this.#own.since(version, document.version),
      address,
      text,
    }
    let answer: WriteFigureAnswer
    try {
      answer = await this.#client.sendRequest<WriteFigureAnswer>(WRITE, params)
    } catch (error) {
      answer = { state: 'refused', message: String(error) }
    }
    if (answer.state === 'written' && document !== undefined) this.#own.wrote(params.version, document.version)
    this.#tell({ type: 'answer', address, message: answer.message })
    await this.refresh()
  }

  /** To a place in the text, in the editor that has it. A place in a text that has changed since is looked up first. */
  async #go({ address, range, focus }: Extract<FromPage, { type: 'go' }>): Promise<void> {
    const document = await workspace.openTextDocument(this.uri)
    if (address !== undefined && this.#shown?.version !== document.version) await this.refresh()
    const figure = this.#shown && figuresIn(this.#shown).find((one) => one.address === address)
    const place = figure?.range ?? range
    if (place === undefined) return
    const { start, end } = toRange(place)
    await window.showTextDocument(document, {
      viewColumn: this.#column(),
      preserveFocus: !focus,
      preview: false,
      selection: new Selection(start, end),
    })
  }

  /** In the text, whose history it is; the keyboard comes back. */
  async #undo(command: 'undo' | 'redo'): Promise<void> {
    const document = this.#document()
    if (document === undefined) return
    await window.showTextDocument(document, { viewColumn: this.#column(), preview: false })
    await commands.executeCommand(command)
    this.panel.reveal()
    this.#tell({ type: 'focus' })
  }

  /** Where the text is or, if nobody sees it, where it goes: not over the view itself. */
  #column(): ViewColumn {
    const open = window.visibleTextEditors.find(({ document }) => this.isOf(document))
    return open?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One)
  }

  #revealTable(): void {
    if (this.#table === undefined || this.#shown === null || !this.#isReady) return
    this.#tell({ type: 'reveal', table: this.#table })
    this.#table = undefined
  }

  #document(): TextDocument | undefined {
    return workspace.textDocuments.find((document) => this.isOf(document))
  }

  #tell(message: ToPage): void {
    void this.panel.webview.postMessage(message)
  }
}

const toRange = ({ start, end }: ShownFigure['range']): Range =>
  new Range(start.line, start.character, end.line, end.character)

const isFigure = (cell: ShownCell): cell is ShownFigure => cell.kind === 'figure'

const figuresIn = ({ tables }: ShownTables): ShownFigure[] =>
  tables.flatMap(({ rows, others }) => [...rows.flat().filter(isFigure), ...others])
