// Looks at reports in the themes of VS Code: every piece of text can be read, and labels, figures and totals are told apart,
// by the grammar alone and with the server; then at a report of 200 pages, and in a narrow window. Leaves pictures in out/.
import assert from 'node:assert/strict'
import * as path from 'node:path'
import { loadFixtures } from './build-suite.mjs'
import { contrasts } from './contrast.mjs'
import { browser, server } from './install.mjs'
import { packExtension } from './package.mjs'
import { out } from './paths.mjs'
import { hostSuite, inOrder } from './suite.mjs'
import { openWindow, show } from './workbench.mjs'

const LIMIT = 20_000
/** The themes, with the class that the workbench has in each. */
const THEMES = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast Light': 'hc-light',
  'Default High Contrast': 'hc-black',
}
/** What WCAG 2 asks of text, level AA. */
const LEAST = 4.5
const PLAIN = '青禾县2023年度报告.txt'
const MARKDOWN = '青禾县2023年度报告.md'
const LONG = '青禾县二百页.txt'
const ROW = /一、本年新收/
const LABEL = /^一、本年新收政府信息公开申请数量$/

const settings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'editor.wordWrap': 'off',
  'editor.bracketPairColorization.enabled': false,
  'workbench.activityBar.location': 'hidden',
}
const withTheme = (theme, semantic = true) => ({
  ...settings,
  'workbench.colorTheme': theme,
  'editor.semanticHighlighting.enabled': semantic,
})

await hostSuite('looks', [server, browser], async () => {
  const { report } = await loadFixtures()
  const slip = { 'received/total': 71 }
  const texts = {
    [PLAIN]: report('tabs', slip),
    [MARKDOWN]: report('pipes', slip),
    [LONG]: twoHundredPages(report('tabs', slip)),
  }
  const [first] = Object.keys(THEMES)
  const window = await openWindow({
    vsix: packExtension(),
    name: PLAIN,
    text: texts[PLAIN],
    others: { [MARKDOWN]: texts[MARKDOWN], [LONG]: texts[LONG] },
    settings: withTheme(first),
    viewport: { width: 1600, height: 1000 },
  })
  const { page, editor, reopen } = window
  /** So far above the row that sentences, headings and the row are in sight together. */
  const lineOf = (name) => texts[name].split('\n').findIndex((line) => ROW.test(line)) - 9
  const look = async (name, semantic, shownAs) => {
    await show(page, name, lineOf(name))
    const pieces = await settled(editor, (seen) => isColoured(seen, semantic))
    const state = semantic ? 'tokens' : 'grammar'
    await page.screenshot({ path: path.join(out, `theme-${shownAs}-${path.extname(name).slice(1)}-${state}.png`) })
    const worst = pieces.reduce((low, piece) => (piece.ratio < low.ratio ? piece : low))
    console.log(`    least contrast ${worst.ratio.toFixed(2)}: ${worst.text.trim().slice(0, 30)}`)
    assert.ok(worst.ratio >= LEAST, `${worst.text} in ${worst.color}: ${worst.ratio.toFixed(2)}`)
  }
  const steps = Object.entries(THEMES).flatMap(([theme, shownAs]) =>
    [false, true].map((semantic) => [
      `${theme}: text can be read, ${semantic ? 'coloured by the server' : 'coloured by the grammar alone'}`,
      async () => {
        await reopen(withTheme(theme, semantic))
        await page.locator(`.monaco-workbench.${shownAs}`).waitFor({ timeout: LIMIT })
        for (const name of [PLAIN, MARKDOWN]) await look(name, semantic, shownAs)
      },
    ]),
  )
  const sizes = {
    'a report of 200 pages: its figure is found, and the section stays in sight': async () => {
      await reopen(withTheme('Default Light Modern'))
      await show(page, LONG, lineOf(LONG))
      await editor.locator('.squiggly-error').first().waitFor({ timeout: LIMIT })
      await page.keyboard.press('PageDown')
      await editor.locator('.sticky-line-content', { hasText: '三、收到和处理' }).first().waitFor({ timeout: LIMIT })
      await page.screenshot({ path: path.join(out, 'long.png') })
    },
    'a narrow window: F8 goes to the wrong figure and says what is wrong': async () => {
      await page.setViewportSize({ width: 480, height: 800 })
      await show(page, PLAIN, 1)
      await page.keyboard.press('F8')
      await page.locator('.zone-widget', { hasText: '应为 17' }).waitFor({ timeout: LIMIT })
      await page.screenshot({ path: path.join(out, 'narrow.png') })
    },
  }
  try {
    return await inOrder({ ...Object.fromEntries(steps), ...sizes })
  } finally {
    await page.screenshot({ path: path.join(out, 'looks-end.png') })
    await window.close()
  }
})

/** With so many sentences in its first section: a page of a printed report has about 700 characters. */
function twoHundredPages(text) {
  const page = '（一）主动公开。县政府网站按月发布规划、财政、民生事项，每条信息注明来源和日期。\n\n'.repeat(17)
  return text.replace('（一）主动公开。', `${page.repeat(200)}（一）主动公开。`)
}

/**
 * Headings, labels and figures are shown otherwise than sentences. Which figures are totals is known to the server alone: it is
 * seen from how they look whether its colours are there.
 */
function isColoured(pieces, semantic) {
  const lookOf = (pattern) => {
    const piece = pieces.find(({ text }) => pattern.test(text.trim()))
    return piece && `${piece.color} ${piece.isBold}`
  }
  const [sentence, heading, label, figure, total] = [/监督保障/, /三、收到和处理\S*$/, LABEL, /^14$/, /^71$/].map(
    lookOf,
  )
  const looks = [heading, label, figure, total]
  return looks.every((look) => look !== undefined && look !== sentence) && (total !== figure) === semantic
}

/** Polls until what is shown is as it should be; the pieces then. */
async function settled(editor, isAsItShouldBe) {
  const end = Date.now() + LIMIT
  for (;;) {
    const pieces = await contrasts(editor)
    if (isAsItShouldBe(pieces)) return pieces
    if (Date.now() > end) throw new Error(`not coloured: ${JSON.stringify(pieces)}`)
    await editor.page().waitForTimeout(100)
  }
}
