import { describe, expect, test } from 'vitest'
import { stated } from './stated.ts'

const OFFICE = '国务院办公厅政府信息与政务公开办公室'
const NOW = '关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知'
const FORMER = '关于政府信息公开工作年度报告有关事项的通知'

/** The titles of editions' notices in a sentence, which stand where it is marked: edition, office named, exact. */
function titlesIn(source: string) {
  const { facts, spans } = stated(source)
  expect(facts.noticeTitles.map(({ span }) => span)).toEqual(spans)
  return facts.noticeTitles.map(({ edition, namesOffice, isExact }) => [edition.id, namesOffice, isExact])
}

describe('the title of a notice', () => {
  test.each([
    [`根据《⟦${OFFICE}${NOW}⟧》编制`, ['2021', true, true]],
    [`根据《⟦${OFFICE}${FORMER}⟧》编制`, ['2019', true, true]],
    [`根据${OFFICE}《⟦${NOW}⟧》编制`, ['2021', false, true]],
    [`根据国务院办公厅印发的《⟦${FORMER}⟧》编制`, ['2019', false, true]],
    [`根据《⟦${OFFICE}${NOW.replace('〈', '《').replace('〉', '》')}⟧》编制`, ['2021', true, true]],
    [`根据《⟦${OFFICE}${NOW.replace('中华人民共和国', '')}⟧》编制`, ['2021', true, false]],
    [`根据《⟦国务院办公厅${NOW}⟧》编制`, ['2021', true, false]],
  ])('%s', (source, title) => {
    expect(titlesIn(source)).toEqual([title])
  })

  test.each([
    `根据《青禾省人民政府办公厅${NOW}》编制⟦⟧`,
    `根据县政府办公室《${FORMER}》编制⟦⟧`,
    `根据《${OFFICE}关于规范政府信息公开平台有关事项的通知》办理⟦⟧`,
    `根据《${OFFICE}${NOW}编制⟦⟧`,
    '根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告》编制⟦⟧',
  ])('%s cites none', (source) => {
    expect(stated(source).facts.noticeTitles).toEqual([])
  })
})

describe('the decree of the statute', () => {
  test.each([
    '《中华人民共和国政府信息公开条例》（国务院令第⟦711⟧号）',
    '《中华人民共和国政府信息公开条例》（中华人民共和国国务院令 第 ⟦492⟧ 号）',
    '《中华人民共和国政府信息公开条例》（国务院第⟦711⟧号令）',
    '《中华人民共和国政府信息公开条例》（国务院令第492号公布，国务院令第⟦711⟧号修订）',
  ])('%s', (source) => {
    const { facts, spans } = stated(source)
    expect(facts.decrees.map(({ span }) => span)).toEqual(spans)
    expect(facts.decrees.map(({ number }) => `⟦${number}⟧`)).toEqual(source.match(/⟦\d+⟧/g))
  })

  test('of other statutes is none', () => {
    expect(stated('《中华人民共和国政府信息公开条例》《青禾条例》（国务院令第⟦722⟧号）').facts.decrees).toEqual([])
  })
})
