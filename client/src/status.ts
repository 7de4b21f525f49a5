import { type Disposable, LanguageStatusSeverity, languages, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Status, StatusMethod } from '../../server/src/lsp/protocol.ts'
import { documentSelector, ID, NAME } from './client.ts'

const METHOD: StatusMethod = 'nianbao/status'

/** Shows what the server knows of the document in front, in the editor's language status (the `{}` in the status bar). */
export function showStatus(client: BaseLanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem(`${ID}.status`, documentSelector())
  item.name = NAME
  const known = new Map<string, Status>()

  const show = () => {
    const uri = window.activeTextEditor?.document.uri
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri))
    item.text = status?.text ?? NAME
    item.detail = status?.detail ?? ''
    item.severity = severityOf(status)
  }
  return [
    item,
    client.onNotification(METHOD, (status: Status) => {
      known.set(status.uri, status)
      show()
    }),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(client.code2ProtocolConverter.asUri(uri))),
    window.onDidChangeActiveTextEditor(show),
  ]
}

function severityOf(status: Status | undefined): LanguageStatusSeverity {
  if (!status) return LanguageStatusSeverity.Information
  if (status.errors > 0 || status.failedRules.length > 0) return LanguageStatusSeverity.Error
  return status.warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
}
