import type { WorkspaceEdit } from 'vscode-languageserver'
import type { Session } from './session.ts'

/** Has the client apply an edit; whether it did. One that names a version is refused by a client that has another. */
export async function isApplied({ connection, client }: Session, edit: WorkspaceEdit, label: string): Promise<boolean> {
  if (!client.appliesEdits) return false
  const { applied } = await connection.workspace.applyEdit({ label, edit })
  return applied
}
