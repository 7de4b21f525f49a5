import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-types'
import { newConfig, withIgnore } from '../review/config/edit.ts'
import type { Config } from '../review/config/schema.ts'
import { entryFor, type IgnoreEntry } from '../review/ignore/entry.ts'
import { COMMENTED, ignoreFile, ignoreLine } from '../review/ignore/write.ts'
import { say } from '../review/messages/index.ts'
import { isAboutIgnores } from '../review/rule-book.ts'
import type { Finding } from '../rules/rule.ts'
import type { SpanEdit } from '../text/span.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type EditForm, workspaceEdit } from './edits.ts'
import { rangeOf } from './ranges.ts'

/** The configuration that an entry can be written into. */
export interface ConfigTarget {
  readonly uri: string
  /** The path of the document, as the configuration has it. */
  readonly path: string
  /** Undefined: it is still to be made. */
  readonly text: string | undefined
  /** Null when it is not open. */
  readonly version: number | null
  /** What is set in the editor, which a new file makes void. */
  readonly settings: Config
}

/** Of more findings in one selection nobody means each. */
const MOST_FINDINGS = 8

/**
 * What has findings ignored from now on: a comment at the line, or where there is no place for one, for the whole text; and
 * an entry in the configuration of the workspace, which is all there is for texts without comments.
 */
export function ignoreActions(
  asked: readonly Finding[],
  document: TextDocument,
  form: EditForm,
  target: ConfigTarget | undefined,
): CodeAction[] {
  const findings = asked.filter(({ rule }) => !isAboutIgnores(rule)).slice(0, MOST_FINDINGS)
  const actions = [
    ...findings.flatMap((finding) => commentAction(finding, document, form) ?? []),
    ...(target === undefined ? [] : findings.flatMap((finding) => entryAction(finding, document, form, target) ?? [])),
  ]
  return withoutDoubles(actions)
}

function commentAction(finding: Finding, document: TextDocument, form: EditForm): CodeAction | undefined {
  const language = COMMENTED.find((one) => one === document.languageId)
  if (language === undefined) return undefined
  const text = document.getText()
  const inLine = ignoreLine(text, language, finding)
  const edit = workspaceEdit([inLine ?? ignoreFile(text, finding.rule)], document, form)
  return actionFor(finding, document, form, inLine === undefined ? 'ignore/file' : 'ignore/line', edit)
}

function entryAction(
  finding: Finding,
  document: TextDocument,
  form: EditForm,
  target: ConfigTarget,
): CodeAction | undefined {
  const edit = entryEdit(entryFor(document.getText(), finding, target.path), form, target)
  return edit && actionFor(finding, document, form, 'ignore/config', edit)
}

function entryEdit(entry: IgnoreEntry, form: EditForm, target: ConfigTarget): CodeAction['edit'] | undefined {
  const { uri, version, text } = target
  if (text === undefined) {
    const edits = textEdits(TextDocument.create(uri, '', 0, ''), [
      { span: { start: 0, end: 0 }, newText: newConfig(target.settings, entry) },
    ])
    return { documentChanges: [CreateFile.create(uri), TextDocumentEdit.create({ uri, version: null }, edits)] }
  }
  const added = withIgnore(text, entry)
  if (added === undefined) return undefined
  const edits = textEdits(TextDocument.create(uri, '', 0, text), added)
  return form.versionedEdits
    ? { documentChanges: [TextDocumentEdit.create({ uri, version }, edits)] }
    : { changes: { [uri]: edits } }
}

const textEdits = (document: TextDocument, edits: readonly SpanEdit[]): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText }))

const actionFor = (
  finding: Finding,
  document: TextDocument,
  form: EditForm,
  title: string,
  edit: CodeAction['edit'] & {},
): CodeAction => ({
  title: say(form.language, title, { rule: finding.rule }),
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(finding, document, form)],
  edit,
})

/** What ignores one finding may ignore its neighbour as well: it is one action then, for both. */
function withoutDoubles(actions: readonly CodeAction[]): CodeAction[] {
  const byEdit = new Map<string, CodeAction>()
  for (const action of actions) {
    const key = JSON.stringify(action.edit)
    const same = byEdit.get(key)
    byEdit.set(
      key,
      same ? { ...same, diagnostics: [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])] } : action,
    )
  }
  return [...byEdit.values()]
}
