import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type {
  ShownCell,
  ShownFigure,
  ShownLabel,
  ShownRemark,
  ShownTable,
  ShownTables,
  ShownWords,
} from '../../../../server/src/lsp/protocol.ts'
import type { FromPage, PageState } from '../messages.ts'
import { type Grids, othersOf } from './grids.ts'

/** What the page looks like. Nothing is decided here. */

interface Told {
  readonly tables: ShownTables
  readonly hasSaved: boolean
  readonly isClosed: boolean
}

interface Doing {
  readonly tell: (message: FromPage) => void
  readonly show: (text: PageState['text']) => void
}

export const page = (told: Told, grids: Grids, doing: Doing): TemplateResult => {
  const { tables, isClosed } = told
  const { words } = tables
  return html`<header>
      <h1>${tables.title ?? words.title}</h1>
      ${bar(told, doing)}
      <p class="message" role="status">${grids.message ?? (isClosed ? words.closed : '')}</p>
    </header>
    <main>
      <p class="help" id="help" ?hidden=${tables.tables.length === 0}>${words.help}</p>
      ${empty(tables)} ${remarks(tables.remarks, doing)}
      ${repeat(
        tables.tables,
        ({ id }) => id,
        (table) => section(table, words, grids, doing),
      )}
    </main>`
}

const bar = ({ tables: { words, text }, hasSaved }: Told, { tell, show }: Doing) => html`<div
  class="bar"
  role="group"
  aria-label=${words.text}
>
  ${(['live', 'saved'] as const).map(
    (which) =>
      html`<button
        type="button"
        aria-pressed=${text === which}
        ?disabled=${which === 'saved' && !hasSaved}
        @click=${() => show(which)}
      >
        ${words[which]}
      </button>`,
  )}
  <button type="button" class="print" @click=${() => tell({ type: 'print' })}>${words.print}</button>
</div>`

const empty = ({ isReport, tables, words }: ShownTables) =>
  tables.length > 0 ? nothing : html`<p>${isReport ? words.none : words.notReport}</p>`

const section = (table: ShownTable, words: ShownWords, grids: Grids, doing: Doing) => html`<section
  id="table-${table.id}"
>
  <h2 id="title-${table.id}">${table.title}</h2>
  <p class=${table.isWrong ? 'summary wrong' : 'summary'}>${table.summary}</p>
  <div class="scroll">
    <table role="grid" aria-labelledby="title-${table.id}" aria-describedby="help">
      <tbody>
        ${table.rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => anyCell(cell, table.id, words, grids))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
  ${others(table, words, grids)}
  ${
    table.remarks.length === 0
      ? nothing
      : html`<h3>${words.remarks}</h3>
        ${remarks(table.remarks, doing)}`
  }
</section>`

/** What has no place in the form, by its labels. */
const others = ({ id, others }: ShownTable, words: ShownWords, grids: Grids) =>
  others.length === 0
    ? nothing
    : html`<h3 id="others-${id}">${words.others}</h3>
        <div class="scroll">
          <table role="grid" class="others" aria-labelledby="others-${id}" aria-describedby="help">
            <tbody>
              ${others.map(
                (figure) =>
                  html`<tr>
                    <th scope="row">${figure.name}</th>
                    ${figureCell(figure, othersOf(id), words, grids)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`

const remarks = (list: readonly ShownRemark[], { tell }: Doing) =>
  list.length === 0
    ? nothing
    : html`<ul class="remarks">
        ${list.map(({ severity, message, range }) => {
          const go = () => range && tell({ type: 'go', range, focus: true })
          return html`<li class=${severity}>
            ${range ? html`<button type="button" class="link" @click=${go}>${message}</button>` : message}
          </li>`
        })}
      </ul>`

const anyCell = (cell: ShownCell, grid: string, words: ShownWords, grids: Grids) =>
  cell.kind === 'label' ? labelCell(cell) : figureCell(cell, grid, words, grids)

const labelCell = ({ text, heads, rows, columns }: ShownLabel) => {
  if (text === '') return html`<td rowspan=${rows} colspan=${columns}></td>`
  const scope = heads === 'column' ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row'
  return html`<th scope=${scope} rowspan=${rows} colspan=${columns}>${text}</th>`
}

const figureCell = (figure: ShownFigure, grid: string, words: ShownWords, grids: Grids) => {
  const isTyped = grids.typing?.address === figure.address
  return html`<td
    id="cell-${figure.address}"
    class=${classesOf(figure, grids)}
    rowspan=${figure.rows}
    colspan=${figure.columns}
    tabindex=${grids.isCurrent(grid, figure) && !isTyped ? 0 : -1}
    aria-label=${figure.spoken}
    aria-readonly=${!figure.isThere}
    aria-invalid=${figure.finding?.severity === 'error'}
    aria-current=${grids.marked === figure.address ? 'location' : nothing}
    title=${figure.finding?.message ?? nothing}
    @click=${() => grids.click(grid, figure)}
    @dblclick=${() => grids.type(grid, figure)}
    @keydown=${(event: KeyboardEvent) => grids.key(event, grid, figure)}
  >
    ${isTyped ? field(figure, grid, grids) : shown(figure, words, grids)}
  </td>`
}

const field = (figure: ShownFigure, grid: string, grids: Grids) => html`<input
  inputmode="decimal"
  autocomplete="off"
  spellcheck="false"
  aria-label=${figure.name}
  size=${Math.max(3, figure.figure.length + 1)}
  value=${grids.typing?.begun ?? ''}
  @keydown=${(event: KeyboardEvent) => grids.typingKey(event, grid, figure)}
  @blur=${(event: FocusEvent) => grids.leave(figure, (event.target as HTMLInputElement).value)}
/>`

const shown = (figure: ShownFigure, words: ShownWords, grids: Grids) => {
  const { state, text, expected, other } = figure
  const pending = grids.pending(figure)
  if (pending !== undefined) return html`<span class="pending">${pending}</span>`
  const sign = state === 'blank' || state === 'missing' || state === 'unaligned' ? words[`${state}.sign`] : undefined
  return html`${sign === undefined ? html`<span class="value">${text}</span>` : html`<span class="sign" aria-hidden="true">${sign}</span>`}${
    expected ? html`<ins aria-hidden="true">→\u00a0${expected.text}${expected.isCertain ? '' : '?'}</ins>` : nothing
  }${other === undefined ? nothing : html`<span class="other" aria-hidden="true">${words.now}\u00a0${other}</span>`}`
}

const classesOf = ({ address, state, finding, isTotal, isThere }: ShownFigure, grids: Grids): string =>
  ['figure', state, finding?.severity, isTotal && 'total', isThere && 'there', grids.marked === address && 'marked']
    .filter(Boolean)
    .join(' ')
