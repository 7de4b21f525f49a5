import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repeatsIn } from '../../../server/src/text/repeats.ts'
import { marked } from '../../marked.ts'

describe('stands there twice', () => {
  test.each([
    '政府信息公开⟦公开⟧申请四件',
    '监督保障⟦保障⟧机制健全',
    '界面风格统一的⟦的⟧栏目',
    '收到申请⟦收到申请⟧四件',
    '公开⟦公开公开⟧目录',
    '举办第 3 期业务培训班⟦举办第 3 期业务培训班⟧，参训六人',
    '进一步⟦进一步⟧规范，确保⟦确保⟧及时',
  ])('%s', (source) => {
    const { text, spans } = marked(source)
    expect(repeatsIn(text).map(({ from, to }) => ({ start: from, end: to }))).toEqual(spans)
  })

  test('the word is named once', () => {
    expect(repeatsIn('全面公开公开公开目录').map(({ word }) => word)).toEqual(['公开'])
  })
})

test.each([
  '一件一件核对，一步一步推进，一条一条梳理',
  '二零二零年，自二零二零年起',
  '以方便群众为目的的栏目，项目标的的确定，的的确确',
  '谁审查谁审查谁负责，谁公开、谁审查，谁审查、谁负责',
  '转发县政府关于公开目录的通知的通知的函',
  '请大家讨论讨论，共同研究研究',
  '某某某某的来信，哈哈哈哈',
  '特警大队大队长，幸福社区社区主任',
  '（一）主动公开主动公开信息三百条',
  '2.依申请公开依申请公开四件',
  '公开目录\n公开目录',
  '主动公开，公开及时',
])('nothing stands twice in %s', (text) => {
  expect(repeatsIn(text)).toEqual([])
})

test('whatever the text: each repeat is one, behind the one before', () => {
  const pieces = fc.constantFrom('公开', '信息', '的', '年', '12', '，', ' ', '\n', '谁', '一')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (drawn) => {
      const text = drawn.join('')
      let end = 0
      for (const { word, from, to } of repeatsIn(text)) {
        expect(from - word.length).toBeGreaterThanOrEqual(end)
        expect(text.slice(from - word.length, to)).toBe(word.repeat((to - from) / word.length + 1))
        end = to
      }
    }),
  )
})
