import { ViewColumn, type WebviewPanel, window } from 'vscode'
import type { WordTables } from '../../../server/src/word/protocol.ts'

/** What the page tells when it has tried to fill the clipboard. */
interface Tried {
  readonly isCopied: boolean
}

let shown: WebviewPanel | undefined

/**
 * Puts tables on the clipboard as HTML. An extension itself writes plain text only, so a page of the editor does it, which
 * also shows what was copied and copies single tables. Resolves to whether the clipboard was filled.
 */
export function copyTables(tables: WordTables): Promise<boolean> {
  shown?.dispose()
  const panel = window.createWebviewPanel('nianbao.tables', tables.title, ViewColumn.Beside, { enableScripts: true })
  shown = panel
  return new Promise((resolve) => {
    panel.webview.onDidReceiveMessage(({ isCopied }: Tried) => resolve(isCopied))
    panel.onDidDispose(() => {
      if (shown === panel) shown = undefined
      resolve(false)
    })
    panel.webview.html = page(tables)
  })
}

function page({ tables, title, copy, copyAll, copied, failed }: WordTables): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')
  const sections = tables.map(
    (table, index) =>
      `<section><h2>${text(table.title)}</h2><button data-table="${index}">${text(copy)}</button>${table.html}</section>`,
  )
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>${text(title)}</title>
<style>
table { background: #fff; color: #000; margin: 0.6em 0 }
h2 { font-size: 1.1em; margin: 1.5em 0 0.5em }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: none; padding: 4px 12px; cursor: pointer }
</style>
</head>
<body>
<p><button>${text(copyAll)}</button> <span id="told" role="status"></span></p>
${sections.join('\n')}
<script nonce="${nonce}">
const tables = ${JSON.stringify(tables).replaceAll('<', '\\u003c')};
const editor = acquireVsCodeApi();
const told = document.getElementById('told');
const join = (chosen, of) => chosen.length === 1 ? of(chosen[0]) : chosen.map((table) => of(table, true)).join('\\n');
const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
async function fill(html, plain) {
  try {
    const item = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    const set = (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', plain);
      event.preventDefault();
    };
    document.addEventListener('copy', set, { once: true });
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', set);
    return isCopied;
  }
}
/** A page may fill the clipboard when it is shown and has the focus: a new one gets that a moment after it was loaded. */
async function copy(chosen, tries = 1) {
  const html = join(chosen, (table, isTitled) => (isTitled ? '<p>' + escaped(table.title) + '</p>' : '') + table.html);
  const plain = join(chosen, (table, isTitled) => (isTitled ? table.title + '\\n' : '') + table.plain);
  let isCopied = await fill(html, plain);
  for (let tried = 1; !isCopied && tried < tries; tried++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    isCopied = await fill(html, plain);
  }
  told.textContent = isCopied ? ${quoted(copied)} : ${quoted(failed)};
  editor.postMessage({ isCopied });
}
for (const button of document.querySelectorAll('button')) {
  const { table } = button.dataset;
  button.addEventListener('click', () => copy(table === undefined ? tables : [tables[table]]));
}
copy(tables, 30);
</script>
</body>
</html>`
}

const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const quoted = (words: string): string => JSON.stringify(words).replaceAll('<', '\\u003c')
