import { type ExtensionContext, env, UIKind, Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { TablesPageMethod, TablesPageParams, TablesPageResult } from '../../../server/src/lsp/protocol.ts'

const PAGE: TablesPageMethod = 'nianbao/tablesPage'

/**
 * A webview cannot print. The tables are written as a page instead, which the machine's browser opens and prints; where
 * VS Code runs in a browser or elsewhere, people say where it goes, as `target` does.
 */
export async function printTables(
  client: BaseLanguageClient,
  { globalStorageUri }: ExtensionContext,
  document: Uri,
  target?: Uri,
): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document)
  const page = await client.sendRequest<TablesPageResult>(PAGE, { uri } satisfies TablesPageParams)
  if (page === null) return
  const bytes = new TextEncoder().encode(page.html)
  if (target === undefined && env.uiKind === UIKind.Desktop && env.remoteName === undefined) {
    const file = Uri.joinPath(globalStorageUri, page.name)
    await workspace.fs.createDirectory(globalStorageUri)
    await workspace.fs.writeFile(file, bytes)
    await env.openExternal(file)
    return
  }
  const file = target ?? (await window.showSaveDialog({ ...beside(document, page.name), filters: { HTML: ['html'] } }))
  if (file === undefined) return
  await workspace.fs.writeFile(file, bytes)
  if (target === undefined) window.showInformationMessage(page.told)
}

/** In the document's folder; of one that has none, in that of the workspace. */
function beside(document: Uri, name: string): { defaultUri?: Uri } {
  if (document.scheme !== 'untitled') return { defaultUri: Uri.joinPath(document, '..', name) }
  const folder = workspace.workspaceFolders?.[0]?.uri
  return folder ? { defaultUri: Uri.joinPath(folder, name) } : {}
}
