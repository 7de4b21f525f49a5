import { Uri, type Webview } from 'vscode'
import type { PageState } from './messages.ts'

/** The folder that a page may load from: its script and its style, nothing else. */
export const resourcesOf = (extension: Uri): Uri => Uri.joinPath(extension, 'dist', 'table-view')

const READING = { 'zh-CN': '正在读表……', en: 'Reading the tables…' }

/** The page before anything is drawn. It runs one script, by its nonce, loads one style, and asks nobody for anything. */
export function shell(webview: Webview, extension: Uri, state: PageState, language: keyof typeof READING): string {
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(resourcesOf(extension), name)).toString()
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width">
<meta name="state" content="${attribute(JSON.stringify(state))}">
<title>${READING[language]}</title>
<link rel="stylesheet" href="${attribute(address('page.css'))}">
</head>
<body>
<div id="view"><p>${READING[language]}</p></div>
<script nonce="${nonce}" src="${attribute(address('page.js'))}"></script>
</body>
</html>
`
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
