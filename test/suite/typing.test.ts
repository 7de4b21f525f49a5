import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, findings, openFile, until } from './host.ts'

const SENTENCE = '申请由专人登记'

/** What the squiggles have been since it was asked to look: for each change, the words that they are under. */
function watch(document: vscode.TextDocument) {
  const seen: string[] = []
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (!uris.some((uri) => uri.toString() === document.uri.toString())) return
    seen.push(
      findings(document)
        .map(({ range }) => document.getText(range))
        .join(),
    )
  })
  return { seen, end: () => listening.dispose() }
}

/** How long others in the extension host wait for their turn, in whole milliseconds: a timer without a delay is one of them. */
function watchTurns() {
  const waits: number[] = []
  let asked = performance.now()
  const timer = setInterval(() => {
    waits.push(Math.round(performance.now() - asked))
    asked = performance.now()
  })
  return {
    end: () => {
      clearInterval(timer)
      const sorted = waits.sort((a, b) => a - b)
      return { middle: sorted[sorted.length >> 1], longest: sorted.at(-1) }
    },
  }
}

suite('typing', () => {
  let document: vscode.TextDocument
  let editor: vscode.TextEditor
  suiteSetup(async () => {
    document = await openFile('typing.txt', report('tabs', { 'received/total': 71 }))
    editor = await vscode.window.showTextDocument(document)
    await finding(document, 'arithmetic/cell')
  })

  const putCursorBehind = (words: string) => {
    const at = document.positionAt(document.getText().indexOf(words) + words.length)
    editor.selection = new vscode.Selection(at, at)
  }

  /** Types as a person does, a key at a time; the server has answered the last one when its symbols are there. */
  async function type(keys: string): Promise<void> {
    for (const key of keys) await vscode.commands.executeCommand('type', { text: key })
    await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri)
  }

  test('in a sentence changes no squiggle at all', async () => {
    putCursorBehind(SENTENCE)
    const { seen, end } = watch(document)
    for (const words of ['并', '在三个工作日内', '转送承办单位', '办理']) await type(words)
    end()
    equal(seen, [])
  })

  test('of whole lines moves the squiggles, and they are never gone in between', async () => {
    putCursorBehind(SENTENCE)
    const { seen, end } = watch(document)
    for (const words of ['。\n', '另有', '\n', '专人回访。']) await type(words)
    await until('squiggle', () => (findings(document).length === 1 ? true : undefined))
    end()
    console.log(`    ${seen.length} changes of the squiggles for 4 line ends and 10 letters`)
    equal(
      seen.every((words) => words === '71'),
      true,
    )
  })

  test('of the right figure ends the squiggle, once', async () => {
    const start = document.positionAt(document.getText().indexOf('71'))
    editor.selection = new vscode.Selection(start, start.translate(0, 2))
    const { seen, end } = watch(document)
    await type('17')
    // VS Code tells of a change a moment after it has made it.
    await until('end of the finding', () => (seen.at(-1) === '' ? true : undefined))
    end()
    equal(findings(document), [])
    equal(seen.filter((words) => words === '').length, 1)
  })

  test('in a megabyte of sentences leaves the squiggle where it is, and lets other extensions run', async () => {
    const text = report('tabs', { 'received/total': 71 })
    const sentences = Array.from(
      { length: 3000 },
      (_, line) => `第${line + 1}季的公开事项由承办单位逐条核对，共${line + 7}条，核对后由县政府网站统一发布。\n\n`,
    )
    document = await openFile('long.txt', text.replace(SENTENCE, `${SENTENCE}。\n\n${sentences.join('').repeat(3)}`))
    editor = await vscode.window.showTextDocument(document)
    await finding(document, 'arithmetic/cell')
    putCursorBehind(SENTENCE)
    const { seen, end } = watch(document)
    const waits = watchTurns()
    for (const words of ['并', '在三个工作日内', '转送承办单位', '办理']) await type(words)
    end()
    const { middle, longest } = waits.end()
    console.log(`    turns of other extensions came after ${middle} ms, at most after ${longest} ms`)
    // The browser's client may still be told of what it had asked for when the text was opened.
    equal(
      seen.every((words) => words === '71'),
      true,
    )
    equal(seen.length <= 1, true)
  })
})
