// What a user does: installs the package, opens a report with a wrong sum, finds it, fixes it, saves.
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { loadFixtures } from './build-suite.mjs'
import { browser, server } from './install.mjs'
import { packExtension } from './package.mjs'
import { out } from './paths.mjs'
import { hostSuite, inOrder } from './suite.mjs'
import { choose, copy, openWindow, problem, quickFix, reveal, runCommand } from './workbench.mjs'

const LIMIT = 10_000
const cell = (words) => `<td width=97><p class=MsoNormal><span lang=EN-US>${words}<o:p></o:p></span></p></td>`
const row = (...cells) => `<tr style='height:12pt'>${cells.map(cell).join('')}</tr>`
const WORD = `<html><body><!--StartFragment--><table class=MsoTableGrid>${row('行政处罚', 12)}${row('行政强制', 3)}</table><!--EndFragment--></body></html>`

await hostSuite('e2e', [server, browser], async () => {
  const { report } = await loadFixtures()
  // As Windows writes it: every byte but the figure must survive.
  const before = report('tabs', { 'received/total': 71 }).replaceAll('\n', '\r\n')
  const after = report('tabs').replaceAll('\n', '\r\n')
  const vsix = packExtension()
  const window = await openWindow({ vsix, name: '青禾县2023年度报告.txt', text: before })
  const { page, editor, file } = window
  const picture = (name) => page.screenshot({ path: path.join(out, `e2e-${name}.png`) })
  const squiggle = editor.locator('.squiggly-error')
  try {
    return await inOrder({
      'the package is small and holds only what runs': () => {
        // A third of it is what reads and writes Word files.
        assert.ok(fs.statSync(vsix).size < 1_600_000, `${fs.statSync(vsix).size} bytes`)
        assert.deepEqual(filesIn(window.installed).filter(isOfNoUse), [])
      },
      'a wrong sum stands in the Problems panel and is underlined': async () => {
        await reveal(page, await problem(page, 'arithmetic/cell'))
        await squiggle.first().waitFor({ timeout: LIMIT })
        await picture('problem')
      },
      'breadcrumbs and sticky scroll tell where the cursor is': async () => {
        const section = '三、收到和处理政府信息公开申请情况'
        const crumbs = page.locator('.monaco-breadcrumb-item')
        await crumbs.filter({ hasText: section }).waitFor({ timeout: LIMIT })
        await crumbs.filter({ hasText: '收到和处理政府信息公开申请情况' }).nth(1).waitFor({ timeout: LIMIT })
        await page.keyboard.press('Control+G')
        await page.keyboard.type('62\n')
        await editor.locator('.sticky-line-content', { hasText: section }).first().waitFor({ timeout: LIMIT })
        await picture('sticky-scroll')
        await reveal(page, await problem(page, 'arithmetic/cell'))
      },
      'the quick fix writes the right figure': async () => {
        const fix = await quickFix(page, '17')
        await picture('quick-fix')
        await choose(page, fix)
        // Not in the hint behind the wrong figure, which says it from the beginning.
        await editor.locator('.view-line', { hasText: /一、本年新收.*(?<!→\s)17$/ }).waitFor({ timeout: LIMIT })
        await squiggle.first().waitFor({ state: 'detached', timeout: LIMIT })
      },
      'the saved file differs in that figure alone': async () => {
        await page.keyboard.press('Control+S')
        const end = Date.now() + LIMIT
        while (fs.readFileSync(file, 'utf8') === before && Date.now() < end) await page.waitForTimeout(50)
        assert.equal(fs.readFileSync(file, 'utf8'), after)
      },
      'the tables are put on the clipboard, with their merged cells': async () => {
        await runCommand(page, 'Nianbao: Copy Tables')
        const told = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('#told')
        await told.filter({ hasText: '已复制' }).waitFor({ timeout: LIMIT })
        await picture('tables')
        await editor.click()
        const html = await page.evaluate(async () => {
          const [item] = await navigator.clipboard.read()
          return (await item.getType('text/html')).text()
        })
        assert.equal(html.match(/<table/g)?.length, 3)
        assert.match(html, /rowspan="22"[^>]*>三、本年度办理结果</)
        assert.match(html, /width: ?[\d.]+pt/)
      },
      'a new report is drafted for the organ and the year that are asked for': async () => {
        const answer = page.locator('.quick-input-widget input:focus')
        await runCommand(page, 'Nianbao: New Annual Report')
        await page.locator('.quick-input-widget', { hasText: '机关名称' }).waitFor({ timeout: LIMIT })
        await answer.fill('青禾县水务局')
        await picture('new-organ')
        await page.keyboard.press('Enter')
        await page.locator('.quick-input-list', { hasText: '国办公开办函〔2021〕30号' }).waitFor({ timeout: LIMIT })
        await answer.fill('2024')
        await picture('new-year')
        await page.keyboard.press('Enter')
        await editor.locator('.view-line', { hasText: '青禾县水务局2024年' }).waitFor({ timeout: LIMIT })
        await picture('new-report')
      },
      'a table that was copied from Word arrives as a Markdown table': async () => {
        await copy(page, { 'text/html': WORD, 'text/plain': '行政处罚\t12\n行政强制\t3' })
        await page.keyboard.press('Control+A')
        await page.keyboard.press('Control+V')
        await editor.locator('.view-line', { hasText: /^\|\s行政强制\s\|\s3\s\|$/ }).waitFor({ timeout: LIMIT })
        await picture('paste')
        assert.equal(await editor.locator('.view-line').count(), 3)
      },
    })
  } finally {
    await picture('end')
    await window.close()
  }
})

function filesIn(folder) {
  return fs.readdirSync(folder, { recursive: true })
}

function isOfNoUse(name) {
  return /\.(ts|mjs|map)$|(^|[\\/])(test|out|node_modules|samples)([\\/]|$)/.test(name)
}
