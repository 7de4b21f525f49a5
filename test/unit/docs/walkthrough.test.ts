import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contributes } from '../../../package.json'
import english from '../../../package.nls.json'
import chinese from '../../../package.nls.zh-cn.json'
import { review } from '../../../server/src/review/review.ts'

const [{ steps }] = contributes.walkthroughs as [(typeof contributes.walkthroughs)[0]]

test('the report to practise on has two slips', () => {
  const { findings } = review(readFileSync('media/practice.txt', 'utf8'))
  expect(findings.map(({ rule }) => rule)).toEqual(['section/title', 'arithmetic/cell'])
})

test.each(steps)('step $id has its words and its page in both languages', ({ id, media, completionEvents }) => {
  for (const texts of [english, chinese] as Record<string, string>[]) {
    expect(texts[`walkthrough.${id}.title`]).toBeTruthy()
    const command = /\(command:([\w.]+)\)/.exec(texts[`walkthrough.${id}.description`] ?? '')?.[1]
    expect(completionEvents).toEqual([`onCommand:${command}`])
  }
  const pages = [media.markdown, media.markdown.replace('.md', '.nls.zh-cn.md')]
  for (const page of pages) {
    const picture = /!\[[^\]]+\]\((\w+\.svg)\)/.exec(readFileSync(page, 'utf8'))?.[1]
    if (picture !== undefined) expect(existsSync(`media/walkthrough/${picture}`)).toBe(true)
  }
})
