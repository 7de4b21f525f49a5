import { type ExtensionContext, env, Uri, window, workspace } from 'vscode'
import type { LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions, WordTextScheme } from '../../server/src/lsp/protocol.ts'
import { commandMiddleware } from './commands.ts'
import { REVIEW_WORKSPACE } from './review-workspace.ts'
import { SHOW_FINDING } from './show-finding.ts'
import { SUM } from './sum.ts'
import { SHOW_TABLES } from './table-view/views.ts'

export const ID = 'nianbao'
export const NAME = '年报审校'

const LANGUAGES = ['plaintext', 'markdown', 'html']
/** Of the texts of Word files. */
export const WORD_TEXT: WordTextScheme = 'nianbao-word'
/** Of configurations and formats, which are checked as well. */
const SETUP_LANGUAGES = ['jsonc', 'json']
const SETUPS = ['**/nianbao.config.json', '**/*.report-format.json']

/**
 * Where people write: local and remote files, new ones, and whatever file system the workspace is in. Not the read-only
 * views that an editor makes of other texts, such as `git:` and `output:`.
 */
function writableSchemes(): Set<string> {
  const folders = workspace.workspaceFolders ?? []
  return new Set([
    'file',
    'untitled',
    'vscode-remote',
    'vscode-vfs',
    'vscode-test-web',
    ...folders.map(({ uri }) => uri.scheme),
  ])
}

interface Selected {
  readonly language: string
  readonly scheme: string
  readonly pattern?: string
}

/** The texts that are reviewed. */
export const reviewedDocuments = (): Selected[] =>
  [...writableSchemes(), WORD_TEXT].flatMap((scheme) => LANGUAGES.map((language) => ({ language, scheme })))

/** The configurations and formats that are checked. */
export const setupDocuments = (): Selected[] =>
  [...writableSchemes()].flatMap((scheme) =>
    SETUP_LANGUAGES.flatMap((language) => SETUPS.map((pattern) => ({ language, scheme, pattern }))),
  )

export function clientOptions({ extensionUri }: ExtensionContext): LanguageClientOptions {
  return {
    documentSelector: [...reviewedDocuments(), ...setupDocuments()],
    outputChannel: window.createOutputChannel(NAME, { log: true }),
    diagnosticPullOptions: { onChange: true },
    middleware: commandMiddleware,
    initializationOptions: (): InitializationOptions => ({
      language: workspace.getConfiguration(ID).get('language', 'zh-CN'),
      editorLanguage: env.language,
      rulePages: Uri.joinPath(extensionUri, 'docs', 'rules').toString(),
      commands: [SHOW_FINDING, REVIEW_WORKSPACE, SHOW_TABLES, SUM],
      readsFiles: true,
      readsWord: true,
    }),
  }
}
