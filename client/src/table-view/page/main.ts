import { render } from 'lit-html'
import type { FromPage, PageState, ToPage } from '../messages.ts'
import { Grids } from './grids.ts'
import { page } from './templates.ts'

/** The script of the view: draws what it is told, by differences, and says what people do. */

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: PageState): void }

const vscode = acquireVsCodeApi()
const root = document.getElementById('view') as HTMLElement
let state: PageState = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=state]')?.content ?? '{}')
let told: Extract<ToPage, { type: 'tables' }> | undefined
let toReveal: string | undefined
let isDrawn = false

const tell = (message: FromPage) => vscode.postMessage(message)
const grids = new Grids(tell, draw)

const remember = (change: Partial<PageState>) => {
  state = { ...state, ...change }
  vscode.setState(state)
}
remember({})

function draw(): void {
  if (!told?.tables) return
  if (!isDrawn) root.replaceChildren()
  document.title = told.tables.title ?? told.tables.words.title
  const show = (text: PageState['text']) => {
    remember({ text })
    tell({ type: 'show', text })
  }
  render(page({ ...told, tables: told.tables }, grids, { tell, show }), root)
  grids.drawn()
  if (!isDrawn && state.scroll > 0) window.scrollTo(0, state.scroll)
  isDrawn = true
  if (toReveal !== undefined) document.getElementById(`table-${toReveal}`)?.scrollIntoView({ block: 'start' })
  toReveal = undefined
}

/** What is done to the text, wherever the keyboard is. */
function askedOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'save' | 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  const letter = key.toLowerCase()
  if (letter === 's' && !shiftKey) return 'save'
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !metaKey ? 'redo' : undefined
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'tables':
      told = data
      if (data.tables) grids.take(data.tables)
      break
    case 'mark':
      grids.mark(data.address)
      break
    case 'focus':
      grids.comeBack()
      break
    case 'reveal':
      toReveal = data.table
      break
    case 'answer':
      grids.answer(data.address, data.message)
      break
  }
  draw()
})
window.addEventListener('focus', () => grids.comeBack())
window.addEventListener('scroll', () => remember({ scroll: window.scrollY }), { passive: true })
window.addEventListener('keydown', (event) => {
  const asked = askedOf(event)
  if (asked === undefined || grids.typing !== undefined) return
  event.preventDefault()
  tell({ type: asked })
})
tell({ type: 'ready' })
