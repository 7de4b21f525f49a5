import { describe, expect, test } from 'vitest'
import { stated, written } from './stated.ts'

function dateIn(source: string) {
  const { facts, spans } = stated(source)
  expect(facts.dates.map(({ span }) => span)).toEqual(spans)
  return [written(facts.dates[0]), facts.dates[0]?.at]
}

describe('beside a label', () => {
  test.each([
    ['发布日期：⟦2022-01-20⟧', '2022-1-20'],
    ['发布日期: ⟦2022年1月20日⟧ 来源：县政府办公室', '2022-1-20'],
    ['【发布时间：⟦2022/1/20⟧ 10:20】', '2022-1-20'],
    ['成文日期 | ⟦2022年01月20日⟧ |', '2022-1-20'],
    ['| 公开日期 | | ⟦2022.01.20⟧ |', '2022-1-20'],
    ['来源：县政府办公室 时间：⟦2022-01-20⟧ 16:34', '2022-1-20'],
    ['**发文日期**：⟦二〇二二年一月二十日⟧', '2022-1-20'],
    ['生成日期\n⟦2022－01－20⟧', '2022-1-20'],
    ['<tr><td>发布日期</td><td class="date">⟦2022-01-20⟧</td></tr>', '2022-1-20'],
  ])('%s', (source, date) => {
    expect(dateIn(`${source}\n一、总体情况\n…`)).toEqual([date, 'label'])
  })
})

describe('at the end', () => {
  test.each([
    ['青禾县人民政府\n⟦2022年1月20日⟧', '2022-1-20'],
    ['青禾县公安局⟦2022年1月7日⟧', '2022-1-7'],
    ['无。 青禾县公安局 ⟦2022年1月7日⟧', '2022-1-7'],
    ['青禾县人民政府办公室\n\n\u3000\u3000⟦二〇二二年一月七日⟧', '2022-1-7'],
    ['**⟦2022 年 1 月 20 日⟧**', '2022-1-20'],
    ['⟦2022年1月20日⟧\n\n扫描右侧二维码\n在手机打开此页', '2022-1-20'],
    ['<p>青禾县公安局</p><p>⟦2022年1月7日⟧</p>', '2022-1-7'],
  ])('%s', (source, date) => {
    expect(dateIn(`六、其他需要报告的事项\n无。\n${source}\n`)).toEqual([date, 'signature'])
  })
})

test.each([
  '发布日期：01-20 浏览次数：37',
  '统计时间：2021年12月31日',
  '该办法2022年1月1日起施行。',
  '截至2021年12月31日\n尚有两件未办结。',
  '2022年1月',
  `青禾县人民政府\n2022年1月20日\n${'附件清单'.repeat(120)}`,
])('no date of publication: %s', (sentence) => {
  expect(stated(`⟦${sentence}⟧`).facts.dates).toEqual([])
})
