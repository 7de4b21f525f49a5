import { commands, type Disposable, window } from 'vscode'
import type { BaseLanguageClient, Range } from 'vscode-languageclient'
import type { ShowFindingCommand } from '../../server/src/lsp/protocol.ts'

export const SHOW_FINDING: ShowFindingCommand = 'nianbao.showFinding'

/** What a code lens calls: puts the cursor on a finding, in the editor that is open or in a new one. */
export const registerShowFinding = ({ protocol2CodeConverter: from }: BaseLanguageClient): Disposable =>
  commands.registerCommand(SHOW_FINDING, (uri: string, range: Range) =>
    window.showTextDocument(from.asUri(uri), { selection: from.asRange(range) }),
  )
