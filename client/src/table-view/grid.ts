/** A cell of a table with merged cells: where it begins, and how many rows and columns it covers. */
export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last'

/** The cell that a step leads to, of those that can be stepped on; undefined at an edge. */
export function stepFrom<Cell extends GridCell>(cells: readonly Cell[], from: Cell, step: Step): Cell | undefined {
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const beside = inOrder.filter((cell) => cell.row === from.row)
  switch (step) {
    case 'first':
      return inOrder[0]
    case 'last':
      return inOrder.at(-1)
    case 'rowStart':
      return beside[0]
    case 'rowEnd':
      return beside.at(-1)
    case 'left':
      return beside.findLast((cell) => cell.column < from.column)
    case 'right':
      return beside.find((cell) => cell.column > from.column)
    case 'up':
      return nearest(inOrder, from, inOrder.findLast((cell) => cell.row < from.row)?.row)
    case 'down':
      return nearest(inOrder, from, inOrder.find((cell) => cell.row > from.row)?.row)
  }
}

/** In a row, the cell that covers the column or is closest to it. */
function nearest<Cell extends GridCell>(cells: readonly Cell[], from: Cell, row: number | undefined): Cell | undefined {
  const distance = ({ column, columns }: Cell) =>
    from.column < column ? column - from.column : Math.max(0, from.column - (column + columns - 1))
  return cells.filter((cell) => cell.row === row).sort((a, b) => distance(a) - distance(b))[0]
}

const KEYS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
}

/** The step that a key asks for; with Ctrl, Home and End lead to the table's ends. */
export function stepOf(key: string, ctrl: boolean): Step | undefined {
  if (!ctrl) return KEYS[key]
  return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined
}
