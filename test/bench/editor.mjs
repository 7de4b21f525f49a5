// Types in a report of 1 MB in a real VS Code window, without Nianbao and with it: how long a key takes to be seen, and
// how long the window's own thread was busy at a stretch. The editors are those of `npm test`.
import * as path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { browser, server, Unavailable } from '../host/install.mjs'
import { packExtension } from '../host/package.mjs'
import { out } from '../host/paths.mjs'
import { openWindow, show } from '../host/workbench.mjs'

const NAME = '青禾县2023年度报告.txt'
const KEYS = 60
const WARM_UP = 20
const BETWEEN_KEYS = 100

export async function benchEditor() {
  try {
    await server()
    await browser()
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return console.log(`typing in an editor: not measured, ${error.message}`)
  }
  const { median, ms, printTable, reportOf } = await parts()
  const lines = reportOf(1_000_000, 'tabs').split('\n')
  const line = lines.findIndex((words, index) => index > lines.length / 2 && words.length > 40) + 1
  // The squiggle under it says that the text has been reviewed.
  const text = lines.with(line, '全年申请答复率120%。').join('\n')
  const rows = [['typing in 1 MB', 'key to frame, median ms', 'slowest ms', 'busy over 50 ms, times', 'longest ms']]
  for (const [name, vsix] of [
    ['VS Code alone', undefined],
    ['with Nianbao', packExtension()],
  ]) {
    const { frames, busy } = await typing({ text, line, vsix })
    rows.push([name, ms(median(frames)), ms(Math.max(...frames)), String(busy.length), ms(Math.max(0, ...busy))])
  }
  printTable(rows)
}

/** What the other benches are made of, bundled, as it is TypeScript. */
async function parts() {
  const outfile = path.join(out, 'bench', 'parts.mjs')
  await build({
    stdin: { contents: "export * from './reports.ts'; export * from './compare.ts'", resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  return import(pathToFileURL(outfile).href)
}

/** Types letters in the middle of the text, as fast as people can. */
async function typing({ text, line, vsix }) {
  const window = await openWindow({
    vsix,
    name: NAME,
    text,
    settings: { 'editor.quickSuggestions': { other: 'off' }, 'files.autoSave': 'off' },
    viewport: { width: 1400, height: 900 },
  })
  const { page, editor } = window
  try {
    await show(page, NAME, line)
    if (vsix) await editor.locator('.squiggly-error').first().waitFor()
    await page.evaluate(() => {
      const seen = { frames: [], busy: [] }
      globalThis.seen = seen
      new PerformanceObserver((list) => seen.busy.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      })
      const onKey = () => {
        const pressed = performance.now()
        requestAnimationFrame(() => setTimeout(() => seen.frames.push(performance.now() - pressed)))
      }
      document.addEventListener('keydown', onKey, { capture: true })
    })
    for (let key = -WARM_UP; key < KEYS; key++) {
      if (key === 0)
        await page.evaluate(() => {
          for (const list of Object.values(globalThis.seen)) list.length = 0
        })
      await page.keyboard.press('a')
      await page.waitForTimeout(BETWEEN_KEYS)
    }
    return await page.evaluate(() => globalThis.seen)
  } finally {
    await window.close()
  }
}
