// The table view as people use it: opened by its button, by mouse and keyboard, in each kind of theme, after a reload.
import assert from 'node:assert/strict'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import * as path from 'node:path'
import { loadFixtures } from './build-suite.mjs'
import { browser, server } from './install.mjs'
import { packExtension } from './package.mjs'
import { out } from './paths.mjs'
import { hostSuite, inOrder } from './suite.mjs'
import { openWindow } from './workbench.mjs'

const LIMIT = 20_000
const SIZE = { width: 1500, height: 950 }
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  // The editors of before come back although a file is asked for.
  'window.restoreWindows': 'preserve',
}
const THEMES = {
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
}
// Of a control that is called by the words on it; cells are not, and say what their signs mean.
const RULES = { 'label-content-name-mismatch': { enabled: false } }
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

await hostSuite('table-view', [server, browser], async () => {
  const { report } = await loadFixtures()
  // A wrong total, a blank, a row that is not there, and one whose figures are too few to tell which are which.
  const text = report('tabs', { 'received/total': 71 })
    .replace(
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t2\t',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t',
    )
    .replace(/.*7\.属于行政执法案卷.*\n/, '')
    .replace(/(8\.属于行政查询事项)(?:\t\d+){7}/, '$1\t0\t3\t0\t9')
  const window = await openWindow({
    vsix: packExtension(),
    name: '青禾县2023年度报告.txt',
    text,
    settings: SETTINGS,
    viewport: SIZE,
  })
  const { page, editor, file, reopen } = window
  const picture = (name) => page.screenshot({ path: path.join(out, `table-view-${name}.png`) })
  const view = () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
  const cell = (address) => view().locator(`[id="cell-${address}"]`)
  const line = (words) => editor.locator('.view-line', { hasText: words })
  const fillIn = async (...figures) => {
    for (const figure of figures) {
      await page.keyboard.type(figure)
      await page.keyboard.press('Tab')
    }
  }
  const complaints = []
  page.on('console', (message) => {
    if (/Content Security Policy.*table-view|table-view.*(?:Error|Refused)/.test(message.text()))
      complaints.push(message.text())
  })
  try {
    return await inOrder({
      'the button of a report opens its tables': async () => {
        await page.keyboard.press('Control+B')
        await page.locator('.editor-actions .codicon-table').click({ timeout: LIMIT })
        await cell('requests/received/total').waitFor({ timeout: LIMIT })
        assert.equal(await view().getByRole('grid').count(), 3)
      },
      'a wrong figure, a blank, a row that is not there and one that was not aligned are told apart': async () => {
        assert.match(await cell('requests/received/total').innerText(), /^71\s*→\s17$/)
        assert.match(await cell('requests/partlyGranted/person').innerText(), /^空/)
        assert.equal(await cell('requests/refused.caseFile/person').innerText(), '缺')
        assert.equal(await cell('requests/refused.inquiry/person').innerText(), '？')
        const spoken = await cell('requests/received/total').getAttribute('aria-label')
        assert.match(spoken, /^一、本年新收政府信息公开申请数量·总计：71 应为 17。/)
      },
      'a click on a cell goes to its figure, and the keyboard stays where it was': async () => {
        await cell('requests/received/total').click()
        await page.waitForFunction(() => document.querySelector('.editor-instance .selected-text') !== null, null, {
          timeout: LIMIT,
        })
        await cell('requests/received/total').and(view().locator(':focus')).waitFor({ timeout: LIMIT })
        await picture('light')
      },
      'the arrow keys go over merged cells, and what is typed goes into the text': async () => {
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press('Home')
        await cell('requests/received/person').and(view().locator(':focus')).waitFor({ timeout: LIMIT })
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await view().locator('td input').waitFor({ timeout: LIMIT })
        await page.keyboard.type('99')
        await page.keyboard.press('Escape')
        await cell('requests/received/total').and(view().locator(':focus')).waitFor({ timeout: LIMIT })
        await page.keyboard.type('17')
        await page.keyboard.press('Enter')
        await cell('requests/broughtForward/total').and(view().locator(':focus')).waitFor({ timeout: LIMIT })
        await line(/一、本年新收.*(?<!→\s)17$/).waitFor({ timeout: LIMIT })
        assert.match(await cell('requests/received/total').innerText(), /^17$/)
      },
      'cells are filled in one after the other faster than the view is drawn': async () => {
        await cell('requests/granted/company').click()
        await fillIn('3', '4', '5')
        await line(/予以公开\s+9\s+3\s+4\s+5\s+0/).waitFor({ timeout: LIMIT })
        assert.equal(await view().getByRole('status').innerText(), '')
        await page.keyboard.press('Home')
        await page.keyboard.press('ArrowRight')
        await fillIn('2', '0', '0')
        await line(/予以公开\s+9\s+2\s+0\s+0\s+0/).waitFor({ timeout: LIMIT })
      },
      'what is no figure is refused with a reason': async () => {
        await cell('requests/granted/company').dblclick()
        await page.keyboard.type('两件')
        await page.keyboard.press('Enter')
        await view().getByText('“两件”读不出是多少').waitFor({ timeout: LIMIT })
        await picture('refused')
      },
      'undo and redo are those of the text': async () => {
        await cell('requests/granted/company').click()
        await fillIn('7')
        // The hint at the right figure may be there already.
        await line(/予以公开\s+9\s+7(?:\s*→\s*2)?\s+0/).waitFor({ timeout: LIMIT })
        await page.keyboard.press('Control+Z')
        await line(/予以公开\s+9\s+2\s+0/).waitFor({ timeout: LIMIT })
        await cell('requests/granted/company').getByText('2', { exact: true }).waitFor({ timeout: LIMIT })
        await cell('requests/granted/research').and(view().locator(':focus')).waitFor({ timeout: LIMIT })
      },
      'Space goes to the text, and the cursor there marks the cell': async () => {
        await cell('requests/carriedForward/person').click()
        await page.keyboard.press(' ')
        await page.waitForFunction(() => document.activeElement?.closest('.monaco-editor') !== null, null, {
          timeout: LIMIT,
        })
        await cell('requests/carriedForward/person').and(view().locator('.marked')).waitFor({ timeout: LIMIT })
        const scrolled = () =>
          view()
            .locator('html')
            .evaluate(({ scrollTop }) => scrollTop)
        const before = await scrolled()
        await cell('requests/granted/person').evaluate((element) => {
          element.isKept = true
        })
        await page.keyboard.type('8')
        await cell('requests/carriedForward/person').getByText('8').waitFor({ timeout: LIMIT })
        // Drawn by differences: nothing flickers, nothing moves.
        assert.equal(await cell('requests/granted/person').evaluate((element) => element.isKept), true)
        assert.equal(await scrolled(), before)
        await page.keyboard.press('Control+Z')
        await cell('requests/carriedForward/person').getByText('1', { exact: true }).waitFor({ timeout: LIMIT })
      },
      'the saved text is shown beside what has changed since': async () => {
        await view().getByRole('button', { name: '上次保存的文字' }).click()
        await cell('requests/received/total').getByText('现为').waitFor({ timeout: LIMIT })
        assert.match(await cell('requests/received/total').innerText(), /71[\s\S]*现为\s17/)
        await picture('saved')
        await view().getByRole('button', { name: '现在的文字' }).click()
        await cell('requests/received/total').getByText('现为').waitFor({ state: 'detached', timeout: LIMIT })
      },
      'axe finds nothing to complain of': async () => {
        const drawn = await page.frameLocator('iframe.webview.ready').locator('#active-frame').elementHandle()
        const frame = await drawn.contentFrame()
        await frame.evaluate(AXE)
        const { violations } = await frame.evaluate((rules) => globalThis.axe.run({ rules }), RULES)
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary]),
          [],
        )
      },
      'it saves the text, which differs in the figure alone': async () => {
        await cell('requests/received/total').click()
        await page.keyboard.press('Control+S')
        const end = Date.now() + LIMIT
        while (fs.readFileSync(file, 'utf8') === text && Date.now() < end) await page.waitForTimeout(50)
        assert.equal(fs.readFileSync(file, 'utf8'), text.replace('\t71\n', '\t17\n'))
      },
      'it is there again after a reload, and follows the theme': async () => {
        for (const [name, theme] of Object.entries(THEMES)) {
          await reopen({ ...SETTINGS, 'workbench.colorTheme': theme })
          await view()
            .locator(`body.vscode-${name}`)
            .waitFor({ timeout: 2 * LIMIT })
          await cell('requests/partlyGranted/person').scrollIntoViewIfNeeded({ timeout: LIMIT })
          await picture(name)
        }
      },
      'in a narrow window its tables are scrolled, not squeezed': async () => {
        await page.setViewportSize({ width: 760, height: 900 })
        await picture('narrow')
        const { clientWidth, scrollWidth } = await view()
          .locator('#table-requests .scroll')
          .evaluate(({ clientWidth, scrollWidth }) => ({ clientWidth, scrollWidth }))
        assert.ok(scrollWidth > clientWidth, `${scrollWidth} in ${clientWidth}`)
        await page.setViewportSize(SIZE)
      },
      'nothing was refused by its content policy': () => assert.deepEqual(complaints, []),
    })
  } finally {
    await picture('end')
    await window.close()
  }
})
