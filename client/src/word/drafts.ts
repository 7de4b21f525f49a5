import { type Disposable, type LogOutputChannel, type TextDocument, Uri, window, workspace } from 'vscode'
import type { WordDraft } from '../../../server/src/word/protocol.ts'

/** The Word file that a draft was read from. */
export interface Source {
  readonly file: Uri
  readonly overwrite: WordDraft['overwrite']
}

/** By the draft's URI; forgotten when it is closed. */
const sources = new Map<string, Source>()

export const sourceOf = ({ uri }: TextDocument): Source | undefined => sources.get(uri.toString())

export const forgetClosedDrafts = (): Disposable =>
  workspace.onDidCloseTextDocument(({ uri }) => sources.delete(uri.toString()))

/** Shows a draft as a new document that has not been saved: beside the Word file, where that is a file. */
export async function showDraft(file: Uri, { text, overwrite }: WordDraft): Promise<TextDocument> {
  const document = await newDocument(file, text)
  sources.set(document.uri.toString(), { file, overwrite })
  await window.showTextDocument(document)
  return document
}

async function newDocument(file: Uri, content: string): Promise<TextDocument> {
  const uri = file.scheme === 'file' ? await freeName(file) : undefined
  if (uri === undefined) return workspace.openTextDocument({ content, language: 'markdown' })
  const document = await workspace.openTextDocument(uri)
  const editor = await window.showTextDocument(document)
  await editor.edit((builder) => builder.insert(editor.document.positionAt(0), content), {
    undoStopBefore: false,
    undoStopAfter: false,
  })
  return document
}

/** `a.md` for `a.docx`, or `a 2.md` where that is taken by a file or an open document. */
async function freeName(file: Uri): Promise<Uri | undefined> {
  const base = file.path.replace(/\.[^./]*$/, '')
  for (let count = 1; count < 100; count++) {
    const path = count === 1 ? `${base}.md` : `${base} ${count}.md`
    const isOpen = workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.path === path)
    if (!isOpen && !(await exists(file.with({ path })))) return Uri.from({ scheme: 'untitled', path })
  }
  return undefined
}

export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file)
    return true
  } catch {
    return false
  }
}

/** Says what came of it, with the particulars in the log. */
export function tell(
  log: LogOutputChannel,
  about: string,
  { message, details }: { readonly message: string; readonly details: readonly string[] },
): void {
  for (const detail of details) log.info(`${about}: ${detail}`)
  if (details.length > 0) void window.showWarningMessage(message)
  else window.setStatusBarMessage(message, SHOWN)
}

/** In milliseconds. */
const SHOWN = 8_000
