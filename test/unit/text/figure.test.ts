import { describe, expect, test } from 'vitest'
import { digitsOf } from '../../../server/src/text/amount.ts'
import { readFigure } from '../../../server/src/text/figure.ts'
import { marked } from '../../marked.ts'

describe('readFigure', () => {
  test.each([
    ['⟦14⟧', '14', ''],
    ['  ⟦0⟧ \u00a0', '0', ''],
    ['⟦１４⟧', '14', ''],
    ['⟦1,234,567⟧', '1234567', ''],
    ['⟦1，234⟧', '1234', ''],
    ['⟦93.4385⟧', '93.4385', ''],
    ['⟦6733.41375⟧万元', '6733.41375', '万元'],
    ['⟦251000⟧元', '251000', '元'],
    ['⟦+213⟧', '213', ''],
    ['⟦-922⟧', '-922', ''],
    ['⟦－31⟧', '-31', ''],
    ['⟦减4⟧', '-4', ''],
    ['⟦123456789012345678⟧', '123456789012345678', ''],
    ['**⟦14⟧**', '14', ''],
    [' *⟦1,234⟧* ', '1234', ''],
    ['__⟦14⟧__', '14', ''],
    ['`⟦14⟧`', '14', ''],
    ['"⟦14⟧"', '14', ''],
    ['**⟦3⟧件**', '3', '件'],
    ['⟦\\-8⟧', '-8', ''],
    ['⟦\\+8⟧', '8', ''],
    ['⟦1\u2060,234⟧件', '1234', '件'],
    [`⟦2${'\u2060'.repeat(99)}5⟧`, '25', ''],
  ])('%s is a number', (source, value, unit) => {
    const { text, span } = marked(source)
    const figure = readFigure(text, 0, text.length)
    expect(figure).toMatchObject({ state: 'number', ...span, unit })
    expect(figure.state === 'number' && digitsOf(figure.value)).toBe(value)
  })

  test.each(['/', '-', '—', '——', '无', '**/**', '\\-'])('%s says that it does not apply', (text) => {
    expect(readFigure(text, 0, text.length).state).toBe('notApplicable')
  })

  test.each(['abc', '1 2', '3..4', '12,34', '规章', '**', '3*', '**3*', '\\'])('%s is not readable', (text) => {
    expect(readFigure(text, 0, text.length).state).toBe('unreadable')
  })

  test.each(['⟦⟧', ' ⟦⟧ ', '⟦⟧ ', '⟦⟧\u3000'])('%j is blank, where a figure would be written', (source) => {
    const { text, span } = marked(source)
    expect(readFigure(text, 0, text.length)).toMatchObject({ state: 'blank', ...span })
  })
})
