import type { ShownCell, ShownFigure, ShownTable, ShownTables } from '../../../../server/src/lsp/protocol.ts'
import { type Step, stepFrom, stepOf } from '../grid.ts'
import type { FromPage } from '../messages.ts'

/** A figure that is being typed. */
interface Typing {
  readonly address: string
  /** What the cell held, and the document's version, when the typing began. */
  readonly figure: string
  readonly version: number
  /** What the field begins with. */
  readonly begun: string
}

const isFigure = (cell: ShownCell): cell is ShownFigure => cell.kind === 'figure'
const idOf = (address: string) => `cell-${address}`

/** The cells that are stepped on: which one of each table the keyboard is on, what is marked, typed, and written. */
export class Grids {
  readonly #tell: (message: FromPage) => void
  readonly #draw: () => void
  #version = 0
  /** By table; the figures that have no place in a form are a grid of their own. */
  #figures = new Map<string, readonly ShownFigure[]>()
  readonly #current = new Map<string, string>()
  readonly #written = new Map<string, string>()
  /** Those of the written ones that the next tables have. */
  readonly #answered = new Set<string>()
  typing: Typing | undefined
  marked: string | undefined
  message: string | undefined
  /** The cell that the keyboard was on last. */
  #last: string | undefined
  #toFocus: string | undefined
  #toSee: string | undefined

  constructor(tell: (message: FromPage) => void, draw: () => void) {
    this.#tell = tell
    this.#draw = draw
  }

  take({ tables, version }: ShownTables): void {
    this.#version = version
    this.#figures = new Map(tables.flatMap((table) => gridsOf(table)))
    for (const address of this.#answered) this.#written.delete(address)
    this.#answered.clear()
    if (this.typing && !this.#find(this.typing.address)?.isThere) this.typing = undefined
  }

  mark(address: string | undefined): void {
    if (address !== undefined && address !== this.marked) this.#toSee = address
    this.marked = address
  }

  answer(address: string, message: string | undefined): void {
    if (message === undefined) this.#answered.add(address)
    else this.#written.delete(address)
    this.message = message
  }

  /** The one cell of a grid that Tab leads to. */
  isCurrent(grid: string, { address }: ShownFigure): boolean {
    const figures = this.#figures.get(grid) ?? []
    const known = this.#current.get(grid)
    const current = figures.some((figure) => figure.address === known) ? known : figures[0]?.address
    return current === address
  }

  /** What was just typed, until the text says it. */
  pending({ address }: ShownFigure): string | undefined {
    return this.#written.get(address)
  }

  /** After the page was drawn: focus and sight follow. */
  drawn(): void {
    if (this.#toFocus !== undefined) {
      const cell = document.getElementById(idOf(this.#toFocus))
      const field = cell?.querySelector('input')
      ;(field ?? cell)?.focus()
      // What a key began is gone on with, else the figure is typed over.
      field?.setSelectionRange(this.typing?.begun === this.typing?.figure ? 0 : field.value.length, field.value.length)
    }
    if (this.#toSee !== undefined) {
      document.getElementById(idOf(this.#toSee))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    this.#toFocus = undefined
    this.#toSee = undefined
  }

  /** The window has the keyboard again, and nothing in it has. */
  comeBack(): void {
    if (this.#last === undefined || document.activeElement !== document.body) return
    document.getElementById(idOf(this.#last))?.focus({ preventScroll: true })
  }

  click(grid: string, figure: ShownFigure): void {
    if (this.typing?.address === figure.address) return
    this.#stand(grid, figure)
    this.#draw()
    this.#tell({ type: 'go', address: figure.address, focus: false })
  }

  type(grid: string, figure: ShownFigure, begun = this.#held(figure)): void {
    if (!figure.isThere) return
    this.#stand(grid, figure)
    this.message = undefined
    this.typing = { address: figure.address, figure: this.#held(figure), version: this.#version, begun }
    this.#draw()
  }

  /** On a cell that is not being typed in. */
  key(event: KeyboardEvent, grid: string, figure: ShownFigure): void {
    if (event.altKey || (event.target as Element).tagName === 'INPUT') return
    const ctrl = event.ctrlKey || event.metaKey
    const step = stepOf(event.key, ctrl)
    if (step !== undefined) this.#step(grid, figure, step)
    else if (event.key === 'Enter' || event.key === 'F2') this.type(grid, figure)
    else if (event.key === ' ') this.#tell({ type: 'go', address: figure.address, focus: true })
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#write(figure, '')
    else if (!ctrl && /^[\d０-９+\-－.／/]$/.test(event.key)) this.type(grid, figure, event.key)
    else return
    event.preventDefault()
  }

  /** In the field of a cell. */
  typingKey(event: KeyboardEvent, grid: string, figure: ShownFigure): void {
    // Enter and Esc are for the input method as long as it has something open.
    if (event.isComposing) return
    const field = event.target as HTMLInputElement
    if (event.key === 'Enter') this.#finish(grid, figure, field.value, event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') this.#finish(grid, figure, field.value, event.shiftKey ? 'left' : 'right')
    else if (event.key === 'Escape') this.#finish(grid, figure, figure.figure, undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Somebody went elsewhere with the mouse. */
  leave(figure: ShownFigure, text: string): void {
    const { typing } = this
    if (typing?.address !== figure.address) return
    this.typing = undefined
    this.#write(figure, text, typing)
  }

  /** What a cell says, or is about to. */
  #held(figure: ShownFigure): string {
    return this.pending(figure) ?? figure.figure
  }

  #finish(grid: string, figure: ShownFigure, text: string, step: Step | undefined): void {
    const { typing } = this
    this.typing = undefined
    this.#toFocus = figure.address
    if (step !== undefined) {
      this.#write(figure, text, typing)
      this.#step(grid, figure, step)
    } else this.#draw()
  }

  #write(figure: ShownFigure, text: string, typing?: Typing): void {
    const typed = text.trim()
    if (figure.isThere && typed !== (typing?.figure ?? this.#held(figure))) this.#ask(figure, typed, typing)
    this.#draw()
  }

  #ask(figure: ShownFigure, typed: string, typing: Typing | undefined): void {
    // What has changed under somebody's hands is not for them to overwrite unseen.
    const isSame = typing === undefined || typing.figure === this.#held(figure)
    this.#answered.delete(figure.address)
    this.#written.set(figure.address, typed)
    const version = isSame ? this.#version : (typing?.version ?? this.#version)
    this.#tell({ type: 'write', address: figure.address, version, text: typed })
  }

  #step(grid: string, from: ShownFigure, step: Step): void {
    const to = stepFrom(this.#figures.get(grid) ?? [], from, step)
    if (to !== undefined) this.#stand(grid, to)
    this.#draw()
  }

  #stand(grid: string, { address }: ShownFigure): void {
    this.#current.set(grid, address)
    this.#last = address
    this.#toFocus = address
    this.#toSee = address
  }

  #find(address: string): ShownFigure | undefined {
    for (const figures of this.#figures.values()) {
      const found = figures.find((figure) => figure.address === address)
      if (found) return found
    }
    return undefined
  }
}

/** The ids of a table's grids, with the cells to step on. */
const gridsOf = ({ id, rows, others }: ShownTable): [string, readonly ShownFigure[]][] => [
  [id, rows.flat().filter(isFigure)],
  [othersOf(id), others],
]

export const othersOf = (table: string): string => `${table}-others`
