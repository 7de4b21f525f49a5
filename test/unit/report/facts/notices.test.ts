import { describe, expect, test } from 'vitest'
import { CATALOGUE, type Catalogue } from '../../../../server/src/formats/catalogue.ts'
import { readReport } from '../../../../server/src/report/read.ts'
import { marked } from '../../../marked.ts'
import { stated } from './stated.ts'

/** The only notice that a sentence cites, which stands where it is marked. */
function noticeIn(source: string) {
  const { facts, spans } = stated(source)
  expect(facts.notices.map(({ span }) => span)).toEqual(spans)
  const [notice] = facts.notices
  return notice && [notice.agency, notice.year, notice.number, notice.edition?.id]
}

describe('the number of an official notice', () => {
  test.each([
    '国办公开办函〔2021〕30号',
    '国办公开办函[2021]30号',
    '国办公开办函【2021】30号',
    '国办公开办函(2021)30号',
    '国办公开办函（2021）30号',
    '国办公开办函［2021］30号',
    '国办公开办函﹝2021﹞30号',
    '国办公开办函〖2021〗30号',
    '国办公开办函{2021}30号',
    '国办公开办函<2021>30号',
    '国办公开办函〔2021)30号',
    '国办公开办函（2021〕30号',
    '国办公开办函〔2021〕30 号',
    '国办公开办函 〔 2021 〕 30 号',
    '国 办 公 开 办 函〔2021〕30号',
    '国办公开\n办函〔2021〕30号',
    '国办公开办函〔２０２１〕３０号',
    '国办公开办函〔2021〕第30号',
    '国办公开办函202130号',
    '国办公开办函202130 号',
    '国办公开办函〔202130号',
    '国办公开办函2021〕30号',
    '国办公开办函〔2021〕30',
    '国办公开办函〔2O21〕3O号',
    '國辦公開辦函〔2021〕30號',
  ])('%s', (number) => {
    expect(noticeIn(`根据有关通知（⟦${number}⟧）编制。`)).toEqual(['国办公开办函', 2021, 30, '2021'])
  })

  test.each([
    ['国办公开函〔2021〕30号', '国办公开函'],
    ['国办公开办〔2021〕30号', '国办公开办'],
    ['国办公开办凾〔2021〕30号', '国办公开办凾'],
    ['办公开办函〔2021〕30号', '办公开办函'],
    ['国办公开函202130号', '国办公开函'],
  ])('%s, of which a letter is lost or wrong', (number, agency) => {
    expect(noticeIn(`通知（⟦${number}⟧）`)).toEqual([agency, 2021, 30, '2021'])
  })

  test('is told from the words before it', () => {
    expect(noticeIn('现根据⟦国办公开办函〔2021〕30号⟧的要求编制。')).toEqual(['国办公开办函', 2021, 30, '2021'])
  })

  test('names the edition that it brought', () => {
    expect(noticeIn('《通知》（⟦国办公开办函〔2019〕60号⟧）')).toEqual(['国办公开办函', 2019, 60, '2019'])
  })

  test('in HTML is the same', () => {
    const number = '国办公开</span><span style="font-family: 仿宋_GB2312">办函&#12308;2021&#12309;</b>30号'
    expect(noticeIn(`<p>（<span>⟦${number}⟧</span>）</p>`)).toEqual(['国办公开办函', 2021, 30, '2021'])
  })

  test('follows the catalogue', () => {
    const [format] = CATALOGUE.formats
    const notice = { number: '青办统函〔2030〕7号', title: '关于统计年报的通知' }
    const catalogue = { formats: [{ ...format, id: '2030', notice }] } as Catalogue
    const { text, span } = marked('青禾县2030年政府信息公开工作年度报告\n按⟦青办统函[2030]7号⟧编制。')
    expect(readReport(text, catalogue).facts.notices).toMatchObject([{ span, edition: { id: '2030' } }])
  })
})

describe('another number', () => {
  test.each([
    ['国办公开办函〔2019〕61号', '国办公开办函', 2019, 61],
    ['国办公开办函〔2021〕60号', '国办公开办函', 2021, 60],
    ['国办函〔2021〕30号', '国办函', 2021, 30],
    ['青政办发〔2021〕30号', '青政办发', 2021, 30],
  ])('%s is of no edition', (number, ...read) => {
    expect(noticeIn(`根据《通知》（⟦${number}⟧）办理`)).toEqual([...read, undefined])
  })

  test('is told from the words before it', () => {
    expect(noticeIn('根据⟦青政办发〔2021〕8号⟧办理')).toEqual(['青政办发', 2021, 8, undefined])
  })

  test('each of several is there', () => {
    const { facts, spans } = stated('（⟦国办公开办函〔2021〕30号⟧、⟦青政办发〔2022〕8号⟧）和⟦青府办函〔2022〕9号⟧')
    expect(facts.notices.map(({ span }) => span)).toEqual(spans)
  })
})

test.each([
  '工单202130号已办结。',
  '国务院令第711号公布。',
  '收到申请2021件，编号30号。',
  '（2021）青01行初30号判决。',
  '2021年第30号公报。',
])('no notice: %s', (sentence) => {
  expect(stated(`⟦${sentence}⟧`).facts.notices).toEqual([])
})
