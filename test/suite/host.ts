// What the suites share: opening documents, and waiting for what the language server has to say about them.
import * as vscode from 'vscode'

export const EXTENSION = 'nianbao.nianbao'
const SOURCE = '年报审校'
const PATIENCE = 20_000

export function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [actual, expected].map((value) => JSON.stringify(value, undefined, 1))
  if (a !== b) throw new Error(`expected\n${b}\nbut got\n${a}`)
}

/**
 * Asks again until there is an answer. An error counts as none yet: VS Code cancels a running request when any
 * extension registers a provider, as the built-in ones do just after the first document is opened.
 */
export async function until<T>(what: string, ask: () => T | undefined | Thenable<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE
  for (let problem = ''; Date.now() < end; await pause(50)) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      problem = ` (${error})`
    }
    if (Date.now() + 50 >= end) throw new Error(`no ${what} after ${PATIENCE / 1000} s${problem}`)
  }
  throw new Error(`no ${what}`)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Writes a file into a workspace folder, the first one unless told. */
export async function writeFile(name: string, text: string, folder = 0): Promise<vscode.Uri> {
  const uri = await until('workspace folder', () => vscode.workspace.workspaceFolders?.[folder]?.uri)
  const file = vscode.Uri.joinPath(uri, name)
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text))
  return file
}

/** Writes a file and shows it. */
export async function openFile(name: string, text: string, folder = 0): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument(await writeFile(name, text, folder)))
}

export async function openUntitled(text: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ content: text, language: 'plaintext' }))
}

async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document)
  return document
}

export const findings = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === SOURCE)

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** The first finding of a rule, as soon as there is one. */
export const finding = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  until(`finding of ${rule}`, () => findings(document).find((diagnostic) => ruleOf(diagnostic) === rule))

/** The first quick fix for a finding that is of a kind. */
const quickFix = (
  what: string,
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  isMeant: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> =>
  until(what, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    )
    return actions.find(isMeant)
  })

/** The quick fix that is offered first for a finding. */
export const preferredFix = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic) =>
  quickFix('preferred quick fix', document, diagnostic, ({ isPreferred }) => isPreferred === true)

/** The quick fix for a finding whose title begins with some words. */
export const fixTitled = (document: vscode.TextDocument, diagnostic: vscode.Diagnostic, words: string) =>
  quickFix(words, document, diagnostic, ({ title }) => title.startsWith(words))

/** Changes the first occurrence of a text, as typing does. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const start = document.getText().indexOf(old)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(start), document.positionAt(start + old.length)),
    text,
  )
  equal(await vscode.workspace.applyEdit(edit), true)
}
