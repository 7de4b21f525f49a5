// What a user does: installs the package, opens a report with a wrong sum, finds it, fixes it, saves.
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { loadFixtures } from './build-suite.mjs'
import { browser, server } from './install.mjs'
import { packExtension } from './package.mjs'
import { out } from './paths.mjs'
import { hostSuite, inOrder } from './suite.mjs'
import { choose, openWindow, problem, quickFix, reveal } from './workbench.mjs'

const LIMIT = 10_000

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
        assert.ok(fs.statSync(vsix).size < 1_000_000, `${fs.statSync(vsix).size} bytes`)
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
