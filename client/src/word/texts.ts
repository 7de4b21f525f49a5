import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode'
import { WORD_TEXT } from '../client.ts'
import { readWord } from './read.ts'
import { type StartWordWorker, WordQueue } from './worker.ts'

/** The URI of the text that a Word file is read as; the server makes the same one. */
const textOf = (file: Uri): Uri => Uri.from({ scheme: WORD_TEXT, path: `${file.path}.md`, query: file.toString() })

/** The Word file that a text was read from. */
export const sourceOfText = ({ query }: Uri): Uri => Uri.parse(query)

/** The texts of Word files, to look at: as they are now, for as long as they are shown. */
export class WordTexts implements TextDocumentContentProvider, Disposable {
  readonly #queue: WordQueue
  readonly #changed = new EventEmitter<Uri>()
  readonly #disposables: readonly Disposable[]

  constructor(start: StartWordWorker) {
    this.#queue = new WordQueue(start)
    const watcher = workspace.createFileSystemWatcher('**/*.docx', true, false, true)
    watcher.onDidChange((file) => {
      const uri = textOf(file).toString()
      const shown = workspace.textDocuments.find((document) => document.uri.toString() === uri)
      if (shown !== undefined) this.#changed.fire(shown.uri)
    })
    this.#disposables = [this.#changed, watcher, workspace.registerTextDocumentContentProvider(WORD_TEXT, this)]
  }

  get onDidChange() {
    return this.#changed.event
  }

  provideTextDocumentContent(uri: Uri): Promise<string> {
    return this.read(sourceOfText(uri))
  }

  /** In Markdown; rejects, and says why for people, where there is none to be had. */
  async read(file: Uri): Promise<string> {
    const answer = await readWord((question) => this.#queue.ask(question), file)
    if (answer.state !== 'draft') throw new Error(answer.state === 'refused' ? answer.message : '')
    return answer.text
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose()
  }
}
