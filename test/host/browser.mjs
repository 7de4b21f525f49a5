// Drives a headless Chromium.
import * as path from 'node:path'
import { chromium } from 'playwright-core'
import { chromium as executablePath } from './install.mjs'

/** Resolves to an empty page and a way to close the browser; `data` is the folder for its profile. */
export async function startBrowser(data, viewport = { width: 1400, height: 900 }) {
  const context = await chromium.launchPersistentContext(path.join(data, 'chromium'), {
    executablePath: executablePath(),
    headless: true,
    viewport,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-lcd-text',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  // A desktop window may use the clipboard; a browser without a head has nobody to ask.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() }
}

/** A workbench address: what to open (`folder` or `workspace`), and what to tell the page, such as a file to show. */
export function workbenchAddress(host, opened, payload = {}) {
  const told = Object.entries(payload)
  const query = new URLSearchParams({ ...opened, ...(told.length > 0 && { payload: JSON.stringify(told) }) })
  return `http://${host}/?${query.toString().replaceAll('+', '%20')}`
}

export const remoteUri = (host, file) => `vscode-remote://${host}${encodeURI(file)}`
