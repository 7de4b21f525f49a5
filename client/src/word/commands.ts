import { commands, type Disposable, type LogOutputChannel, type TextDocument, Uri, window, workspace } from 'vscode'
import type { OpenWordCommand } from '../../../server/src/lsp/protocol.ts'
import { WORD_TEXT } from '../client.ts'
import { copyTables } from './copy-tables.ts'
import { forgetClosedDrafts, showDraft, sourceOf, tell } from './drafts.ts'
import { readWord } from './read.ts'
import { sourceOfText } from './texts.ts'
import { askWord, type StartWordWorker } from './worker.ts'

const OPEN_WORD: OpenWordCommand = 'nianbao.openWord'
const FILTERS = { Word: ['docx'] }

/** The commands for Word files: opened as drafts, written from them, and tables for pasting. */
export const registerWordCommands = (start: StartWordWorker, log: LogOutputChannel): Disposable[] => [
  forgetClosedDrafts(),
  commands.registerCommand(OPEN_WORD, async (given?: Uri | string) => {
    const asked = typeof given === 'string' ? Uri.parse(given) : (given ?? shownText())
    const file = asked ?? (await window.showOpenDialog({ filters: FILTERS }))?.[0]
    return file && openWord(start, log, file.scheme === WORD_TEXT ? sourceOfText(file) : file)
  }),
  commands.registerCommand('nianbao.writeWord', async (target?: Uri) => {
    const document = window.activeTextEditor?.document
    return document && writeWord(start, log, document, target)
  }),
  commands.registerCommand('nianbao.copyTables', async () => {
    const document = window.activeTextEditor?.document
    if (document === undefined) return undefined
    const answer = await askWord(start, { kind: 'tables', text: document.getText() })
    if (answer.state === 'refused') void window.showErrorMessage(answer.message)
    if (answer.state !== 'tables') return undefined
    tell(log, workspace.asRelativePath(document.uri), answer)
    return copyTables(answer)
  }),
]

/** The text of a Word file, if that is what is in front. */
function shownText(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri
  return uri?.scheme === WORD_TEXT ? uri : undefined
}

/** The URI of the draft; undefined, and said why, where the file is not read. */
async function openWord(start: StartWordWorker, log: LogOutputChannel, file: Uri): Promise<Uri | undefined> {
  const name = workspace.asRelativePath(file)
  try {
    const answer = await readWord((question) => askWord(start, question), file)
    if (answer.state === 'refused') void window.showErrorMessage(`${name}: ${answer.message}`)
    if (answer.state !== 'draft') return undefined
    const { uri } = await showDraft(file, answer)
    tell(log, name, answer)
    return uri
  } catch (error) {
    void window.showErrorMessage(`${name}: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** The URI of the Word file; undefined where none was written, by a person's choice or for a reason that is said. */
async function writeWord(
  start: StartWordWorker,
  log: LogOutputChannel,
  document: TextDocument,
  given: Uri | undefined,
): Promise<Uri | undefined> {
  const { languageId } = document
  const answer = await askWord(start, { kind: 'write', text: document.getText(), languageId })
  if (answer.state === 'refused') void window.showErrorMessage(answer.message)
  if (answer.state !== 'file') return undefined
  const target = given ?? (await window.showSaveDialog({ filters: FILTERS, ...defaultName(document) }))
  if (target === undefined || !(await mayWrite(document, target))) return undefined
  try {
    await workspace.fs.writeFile(target, answer.bytes)
  } catch (error) {
    void window.showErrorMessage(
      `${workspace.asRelativePath(target)}: ${error instanceof Error ? error.message : error}`,
    )
    return undefined
  }
  tell(log, workspace.asRelativePath(target), answer)
  return target
}

/** Beside the file that was read, or the document, by another name than that of the file. */
function defaultName(document: TextDocument): { defaultUri?: Uri } {
  const source = document.uri.scheme === WORD_TEXT ? sourceOfText(document.uri) : sourceOf(document)?.file
  const base = source ?? (document.isUntitled ? undefined : document.uri)
  if (base === undefined) return {}
  const suffix = source === undefined ? '' : '（审校）'
  return { defaultUri: base.with({ path: base.path.replace(/(?:\.[^./]*)?$/, `${suffix}.docx`) }) }
}

/** The file that was read may hold what the draft does not: then a person decides. */
async function mayWrite(document: TextDocument, target: Uri): Promise<boolean> {
  const source = sourceOf(document)
  if (source?.overwrite === undefined || source.file.toString() !== target.toString()) return true
  const { question, yes } = source.overwrite
  return (await window.showWarningMessage(question, { modal: true }, yes)) === yes
}
