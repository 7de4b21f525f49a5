import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem } from 'vscode-languageserver-types'
import { type CompletionForm, completion } from '../../../server/src/features/completion.ts'
import { review } from '../../../server/src/review/review.ts'
import { marked } from '../../marked.ts'

export const FORM: CompletionForm = { language: 'zh-CN', snippets: false, asIs: true, reportYear: 2025 }

export interface Offered {
  readonly labels: readonly string[]
  readonly item: (label: string) => CompletionItem
  /** The text with an item put in. */
  readonly with: (label: string) => string
}

/** What is offered at `⟦⟧`. */
export function offeredAt(source: string, form: Partial<CompletionForm> = {}, languageId = 'markdown'): Offered {
  const { text, span } = marked(source)
  const document = TextDocument.create('untitled:a', languageId, 1, text)
  const { items } = completion(review(text), document, document.positionAt(span.start), { ...FORM, ...form })
  const item = (label: string) => {
    const found = items.find((one) => one.label === label)
    if (found === undefined) throw new Error(`${label} is not among ${items.map((one) => one.label).join('、')}`)
    return found
  }
  return {
    labels: items.map(({ label }) => label),
    item,
    with: (label) => {
      const { textEdit, additionalTextEdits = [] } = item(label)
      if (!textEdit || !('range' in textEdit)) throw new Error('no edit')
      return TextDocument.applyEdits(document, [textEdit, ...additionalTextEdits])
    },
  }
}
