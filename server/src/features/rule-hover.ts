import { findNodeAtOffset, getLocation, parseTree } from 'jsonc-parser'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Hover, Position } from 'vscode-languageserver-types'
import { directivesIn } from '../review/ignore/directives.ts'
import { type Language, say } from '../review/messages/index.ts'
import { ruleNamed } from '../review/rule-book.ts'
import type { Span } from '../text/span.ts'
import type { HoverForm } from './hover.ts'
import { markup } from './markup.ts'
import { rangeOf } from './ranges.ts'

/** The name of a rule that a position points at. */
export interface RuleName {
  readonly id: string
  readonly span: Span
}

/** In the ignore comments of a text. */
export function ruleInComment(document: TextDocument, position: Position): RuleName | undefined {
  const offset = document.offsetAt(position)
  return directivesIn(document.getText())
    .flatMap(({ rules }) => rules)
    .find(({ id, span }) => span.start <= offset && offset <= span.end && ruleNamed(id) !== undefined)
}

/** In a configuration: among its rules, or where it ignores one. */
export function ruleInConfig(document: TextDocument, position: Position): RuleName | undefined {
  const text = document.getText()
  const offset = document.offsetAt(position)
  const { path, isAtPropertyKey } = getLocation(text, offset)
  const isNamed = isAtPropertyKey ? path.at(-2) === 'rules' : path.at(-1) === 'rule'
  const tree = isNamed ? parseTree(text, [], { allowTrailingComma: true }) : undefined
  const node = tree && findNodeAtOffset(tree, offset, true)
  const id = node?.type === 'string' ? String(node.value) : ''
  if (node === undefined || ruleNamed(id) === undefined) return undefined
  return { id, span: { start: node.offset, end: node.offset + node.length } }
}

/** What a rule looks for, in the words of its page, and where that is. */
export function ruleHover(
  { id, span }: RuleName,
  document: TextDocument,
  { language, markup: kind }: HoverForm,
  page: { readonly text: string | undefined; readonly uri: string | undefined },
): Hover {
  const rule = ruleNamed(id)
  const severity = say(language, `severity.${rule?.severity ?? 'warning'}`)
  const summary = page.text === undefined ? undefined : summaryOf(page.text, language)
  const card = {
    heading: `${id} ${say(language, `rule:${id}`)}`,
    lines: [say(language, 'hover/rule', { severity }), ...(summary === undefined ? [] : [summary])],
    items: [],
    ...(page.uri !== undefined && { link: { text: say(language, 'hover/rule-page'), href: page.uri } }),
  }
  return { contents: markup(card, kind), range: rangeOf(document, span) }
}

/** The paragraph of a rule's page that says what is looked for. */
function summaryOf(page: string, language: Language): string | undefined {
  const paragraph = language === 'en' ? /^\*\*What it checks\.\*\* (.+)$/m : /^## 查什么\s+(.+)$/m
  return paragraph.exec(page)?.[1]?.replaceAll('`', '')
}
