// `npm run picture`: draws docs/picture.png for the README, from a real window.
import * as path from 'node:path'
import { loadFixtures } from './build-suite.mjs'
import { browser, server } from './install.mjs'
import { packExtension } from './package.mjs'
import { root } from './paths.mjs'
import { openWindow, problem, quickFix, reveal } from './workbench.mjs'

const settings = {
  'nianbao.language': 'zh-CN',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'window.title': '年报审校',
}

await server()
await browser()
const { report } = await loadFixtures()
// A wrong total, a title that lacks a word, and a row of the form that is gone.
const text = report('tabs', { 'received/total': 71 })
  .replace('二、主动公开政府信息情况', '二、主动公开信息情况')
  .replace(/.*7\.属于行政执法案卷.*\n/, '')
const window = await openWindow({
  vsix: packExtension(),
  name: '青禾县2023年度报告.txt',
  text,
  settings,
  viewport: { width: 1280, height: 720 },
})
try {
  const { page } = window
  await page.keyboard.press('Control+B') // the side bar shows nothing of ours
  await reveal(page, await problem(page, 'arithmetic/cell'))
  await quickFix(page, '17')
  await page.screenshot({ path: path.join(root, 'docs', 'picture.png') })
} finally {
  await window.close()
}
process.exit()
