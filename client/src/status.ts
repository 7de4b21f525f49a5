import { type Command, type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Status, StatusMethod } from '../../server/src/lsp/protocol.ts'
import { ID, NAME, reviewedDocuments } from './client.ts'

const METHOD: StatusMethod = 'nianbao/status'
const EXTENSION = 'nianbao.nianbao'

/** Shows what the server knows of the document in front, in the editor's language status (the `{}` in the status bar), and passes it on. */
export function showStatus(client: BaseLanguageClient, heard: (status: Status) => void): Disposable[] {
  const item = languages.createLanguageStatusItem(`${ID}.status`, reviewedDocuments())
  item.name = NAME
  const known = new Map<string, Status>()

  const show = () => {
    const uri = window.activeTextEditor?.document.uri
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri))
    item.text = status?.text ?? NAME
    item.detail = status?.detail ?? ''
    item.severity = severityOf(status)
    item.command = status && openCommand(status, client)
  }
  return [
    item,
    client.onNotification(METHOD, (status: Status) => {
      known.set(status.uri, status)
      show()
      heard(status)
    }),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
    window.onDidChangeActiveTextEditor(show),
  ]
}

/** Names the configuration that counts, and opens it; without one, our settings. */
function openCommand({ config, settings }: Status, { protocol2CodeConverter: from }: BaseLanguageClient): Command {
  if (config === undefined)
    return { title: settings, command: 'workbench.action.openSettings', arguments: [`@ext:${EXTENSION}`] }
  const uri = from.asUri(config)
  return { title: workspace.asRelativePath(uri), command: 'vscode.open', arguments: [uri] }
}

function severityOf(status: Status | undefined): LanguageStatusSeverity {
  if (!status) return LanguageStatusSeverity.Information
  if (status.errors > 0 || status.failedRules.length > 0) return LanguageStatusSeverity.Error
  return status.warnings > 0 || status.configProblems
    ? LanguageStatusSeverity.Warning
    : LanguageStatusSeverity.Information
}
