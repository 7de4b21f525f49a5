import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PasteMethod, PasteParams, PasteResult } from '../../server/src/lsp/protocol.ts'
import { marked } from '../marked.ts'
import { planted } from '../unit/rules/planted.ts'
import { Editor, IS_SENT } from './editor.ts'

const PASTE: PasteMethod = 'nianbao/paste'
const HTML = planted({ layout: 'html', scale: 300 }).text.match(/<table[\s\S]*?<\/table>/)?.[0] ?? ''

let editor: Editor
beforeAll(async () => {
  editor = await Editor.start(IS_SENT)
})
afterAll(() => editor.quit())

let count = 0
/** The text after copied HTML is pasted over `⟦…⟧`; null where the editor is left to it. */
async function paste(source: string, html: string, languageId = 'markdown'): Promise<string | null> {
  const { text, span } = marked(source)
  const uri = `untitled:${count++}`
  await editor.open(uri, text, languageId)
  const document = editor.documents.get(uri)
  if (document === undefined) throw new Error('not open')
  const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) }
  const params: PasteParams = { uri, range, html }
  const { text: pasted, title } = await editor.connection.sendRequest<PasteResult>(PASTE, params)
  expect(title).toBe('粘贴为年报统计表')
  return pasted === null ? null : text.slice(0, span.start) + pasted + text.slice(span.end)
}

describe('a copied table', () => {
  test.each([
    ['markdown', /^\| 第二十条第（一）项 \|.*\n\| --- \|/],
    ['plaintext', /^第二十条第（一）项\t\t\t\n信息内容\t/],
    ['html', /^<table>\n<tr><td colspan="4">第二十条第（一）项<\/td><\/tr>\n/],
  ])('is written as %s has tables', async (languageId, beginning) => {
    expect(await paste('⟦⟧', HTML, languageId)).toMatch(beginning)
  })

  test('stands on lines of its own', async () => {
    const [, table] = /^\n([\s\S]*)\n$/.exec((await paste('\n⟦⟧\n', HTML)) ?? '') ?? []
    expect(await paste('表如下：⟦这里⟧完。', HTML)).toBe(`表如下：\n\n${table}\n\n完。`)
    expect(await paste('表如下：\n⟦⟧\n完。', HTML)).toBe(`表如下：\n\n${table}\n\n完。`)
    expect(await paste('表如下：\n\n⟦⟧\n\n完。', HTML)).toBe(`表如下：\n\n${table}\n\n完。`)
  })

  test('has its figures as one reads them, however Word splits them', async () => {
    const split = HTML.replace(/(?<=<td>)\d+(?=<)/g, (figure) =>
      [...figure].map((digit) => `<span lang=EN-US>${digit}</span>`).join(''),
    )
    expect(split).toContain('</span><span')
    expect(await paste('⟦⟧', split)).toBe(await paste('⟦⟧', HTML))
  })

  test('is pasted as always where there is nothing of the form in it', async () => {
    expect(await paste('⟦⟧', '<table><tr><td>姓名</td></tr></table>')).toBeNull()
  })
})

test('a document that is not open has nothing to paste into', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  expect(await editor.connection.sendRequest(PASTE, { uri: 'untitled:nowhere', range, html: HTML })).toMatchObject({
    text: null,
  })
})
