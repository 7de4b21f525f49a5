import { expect, test } from 'vitest'
import { labelPieces } from '../../../server/src/report/label-pieces.ts'
import { readReport } from '../../../server/src/report/read.ts'
import { sliceOf } from '../../../server/src/text/span.ts'
import { planted } from '../rules/planted.ts'

/** The pieces of the labels of applications that are parts of a label, in a report whose text is rewritten. */
function piecesIn(rewrite: (text: string) => string, words: string): string[] {
  const text = rewrite(planted().text)
  const report = readReport(text)
  const table = report.tables.find(({ id }) => id === 'requests')
  if (table === undefined) throw new Error('not read')
  return labelPieces(report, table)
    .map((span) => sliceOf(text, span))
    .filter((piece) => words.includes(piece))
}

test('a label in one piece', () => {
  expect(piecesIn((text) => text, '4.保护第三方合法权益')).toEqual(['4.保护第三方合法权益'])
})

test('a label whose end fell to a row of its own', () => {
  const tear = (text: string) => text.replace(/(4\.保护第三方合)(法权益)(.*)\n/, '$1$3\n\t\t$2\t\t\t\n')
  expect(piecesIn(tear, '4.保护第三方合法权益')).toEqual(['4.保护第三方合', '法权益'])
})

test('a label around its figures, other words between', () => {
  const tear = (text: string) =>
    text.replace(/(4\.保护第三方)合法权益(.*)\n/, '$1$2\n\n— 3 —\n续表\t合法\n\n权益\t\t\n')
  expect(piecesIn(tear, '4.保护第三方合法权益')).toEqual(['4.保护第三方', '合法', '权益'])
})

test('words that do not go on with the label are no part of it', () => {
  const tear = (text: string) => text.replace(/(4\.保护第三方合法权益)(.*)\n/, '$1$2\n\t\t法权益\t\t\t\n')
  expect(piecesIn(tear, '4.保护第三方合法权益')).toEqual(['4.保护第三方合法权益'])
})
