import {
  commands,
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { DeskLine, DeskMethod, DeskParams } from '../../server/src/lsp/protocol.ts'

const METHOD: DeskMethod = 'nianbao/desk'
const VIEW = 'nianbao.reports'

/** The view of the reports in the workspace, organs by years; it is there once they were reviewed. */
export function showDesk(client: BaseLanguageClient): Disposable[] {
  let organs: readonly DeskLine[] = []
  const changed = new EventEmitter<void>()
  const provider: TreeDataProvider<DeskLine> = {
    onDidChangeTreeData: changed.event,
    getChildren: (line) => [...(line === undefined ? organs : (line.years ?? []))],
    getTreeItem: (line) => itemOf(line, client),
  }
  return [
    changed,
    window.registerTreeDataProvider(VIEW, provider),
    client.onNotification(METHOD, (params: DeskParams) => {
      organs = params.organs
      void commands.executeCommand('setContext', 'nianbao.hasReports', organs.length > 0)
      changed.fire()
    }),
  ]
}

function itemOf({ label, description, state, uri, years }: DeskLine, client: BaseLanguageClient): TreeItem {
  const item = new TreeItem(label, years ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None)
  item.description = description
  item.tooltip = `${label} ${description}`
  item.accessibilityInformation = { label: `${label}，${description}` }
  item.iconPath = iconOf(state)
  if (uri !== undefined) {
    const document = client.protocol2CodeConverter.asUri(uri)
    item.resourceUri = document
    item.command = { title: label, command: 'vscode.open', arguments: [document] }
  }
  return item
}

const ICONS: Readonly<Record<NonNullable<DeskLine['state']>, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  info: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
  clean: new ThemeIcon('pass'),
}

const iconOf = (state: DeskLine['state']): ThemeIcon =>
  state === undefined ? new ThemeIcon('circle-slash') : ICONS[state]
