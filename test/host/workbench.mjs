// A VS Code window with the packaged extension installed, used by its mouse and keyboard.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { remoteUri, startBrowser, workbenchAddress } from './browser.mjs'
import { temporaryFolder, writeFiles } from './cleanup.mjs'
import { installExtension, startServer, writeUserSettings } from './vscode-server.mjs'

const LIMIT = 30_000

/**
 * Opens a folder with one file in it, or with others besides, and shows that file. Without `vsix`, VS Code is as it comes.
 * `installed` is the folder of the extension in this VS Code; `reopen` shows the file again under other settings; `close` ends everything.
 */
export async function openWindow({ vsix, name, text, others = {}, settings, viewport }) {
  const data = temporaryFolder()
  const folder = path.join(data, 'folder')
  const file = path.join(folder, name)
  writeFiles(folder, { [name]: text, ...others })
  writeUserSettings(data, settings)
  if (vsix) installExtension(data, vsix)
  const server = await startServer(data)
  const browser = await startBrowser(data, viewport)
  const { page } = browser
  const close = async () => {
    await browser.close()
    await server.stop()
  }
  const extensions = path.join(data, 'extensions')
  const installed = vsix && path.join(extensions, fs.readdirSync(extensions).find(isOurs))
  const editor = page.locator('.editor-instance .monaco-editor').first()
  const open = async () => {
    await page.goto(workbenchAddress(server.host, { folder }, { openFile: remoteUri(server.host, file) }))
    await editor.locator('.view-line').first().waitFor({ timeout: LIMIT })
  }
  await open()
  const reopen = async (changed) => {
    writeUserSettings(data, changed)
    await open()
  }
  return { page, editor, file, installed, reopen, close }
}

const isOurs = (entry) => entry.startsWith('nianbao.nianbao')

/** Shows a file of the folder with the cursor at a line, from 1 on, which is in sight then. */
export async function show(page, name, line) {
  await page.keyboard.press('Control+P')
  await page.locator('.quick-input-widget input').first().fill(`${name}:${line}`)
  // The row that Enter takes, which is another one until the list has caught up.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor({ timeout: LIMIT })
  await page.keyboard.press('Enter')
  await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: LIMIT })
}

/** Opens the Problems panel; the locator of its row that has the text, such as a rule. */
export async function problem(page, text) {
  await page.keyboard.press('Control+Shift+M')
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: text }).first()
  await row.waitFor({ timeout: LIMIT })
  return row
}

/** Goes from a row of the Problems panel to its place in the text. */
export async function reveal(page, row) {
  await row.dblclick()
  await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor') !== null, null, { timeout: LIMIT })
}

/** Opens the quick fixes where the cursor stands; the locator of the one that has the text. */
export async function quickFix(page, text) {
  const item = page.locator('.action-widget .monaco-list-row.action', { hasText: text }).first()
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('Control+.')
    try {
      // Cancelled, and so empty, when other extensions are just registering their own.
      await item.waitFor({ timeout: 3_000 })
      return item
    } catch (error) {
      if (tries === 5) throw error
      await page.keyboard.press('Escape')
    }
  }
}

/** By keyboard: VS Code 1.100 swallows clicks on this menu until the mouse has moved. */
export async function choose(page, item) {
  for (let steps = 0; steps < 20 && !/\bfocused\b/.test(await item.getAttribute('class')); steps += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

/** Runs a command from the palette, by its title. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1')
  await page.locator('.quick-input-widget input:focus').fill(`>${title}`)
  const item = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first()
  await item.waitFor({ timeout: LIMIT })
  await page.keyboard.press('Enter')
}

/** Puts something on the clipboard, by its types, as another program does. */
export async function copy(page, contents) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async (texts) => {
    const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, contents)
}
