import { Parser } from 'htmlparser2'
import { type Block, tidied } from '../blocks.ts'
import { LIMITS } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { OpenTable } from './table-blocks.ts'

/** A page, or what a library makes of a Word file, as blocks in the order in which they are read. */
export function htmlBlocks(html: string): Block[] {
  const reader = new Reader()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  return reader.end()
}

/** Elements whose text nobody sees, or that are for use and not for reading. */
const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'title', 'select', 'textarea', 'iframe', 'svg'])
/** Within the words of a heading. */
const LINE_END = '\u2028'
const HEADING = /^h([1-6])$/
const BREAKS =
  /^(?:p|div|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|section|article|main|header|footer|nav|aside|form|blockquote|pre|center|figure|figcaption|address|body|html|fieldset|legend|details|summary|caption)$/

class Reader {
  readonly #blocks: Block[] = []
  /** Where what is read goes: into the page, or the cell that is open. */
  readonly #targets: Block[][] = [this.#blocks]
  readonly #tables: OpenTable[] = []
  readonly #lists: { readonly isOrdered: boolean; count: number }[] = []
  readonly #budget = { places: LIMITS.places }
  #depth = 0
  #hidden = 0
  #heading = 0
  #words = ''
  /** Of the list item that begins here. */
  #marker = ''
  #link: { readonly href: string; readonly from: number } | undefined

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > LIMITS.pageDepth) throw new Refusal('word/hostile')
    if (HIDDEN.has(name)) this.#hidden++
    if (this.#hidden > 0) return
    // A heading on two lines is one.
    if (name === 'br' && this.#heading > 0) this.#words += LINE_END
    else if (BREAKS.test(name)) this.#flush()
    const heading = HEADING.exec(name)
    if (heading) this.#heading = Number(heading[1])
    else if (name === 'table') this.#openTable()
    else if (name === 'tr') this.#endCell(() => this.#tables.at(-1)?.row())
    else if (name === 'td' || name === 'th') this.#openCell(attributes)
    else if (name === 'ul' || name === 'ol')
      this.#lists.push({ isOrdered: name === 'ol', count: Number(attributes.start ?? 1) - 1 })
    else if (name === 'li') this.#openItem(attributes.id)
    else if (name === 'a') this.#link = { href: attributes.href ?? '', from: this.#words.length }
    else if (name === 'img') this.#picture(attributes)
  }

  close(name: string): void {
    this.#depth--
    if (HIDDEN.has(name)) this.#hidden = Math.max(0, this.#hidden - 1)
    if (this.#hidden > 0) return
    if (BREAKS.test(name) && !(name === 'br' && this.#heading > 0)) this.#flush()
    if (HEADING.test(name)) this.#heading = 0
    else if (name === 'table') this.#closeTable()
    else if (name === 'td' || name === 'th' || name === 'tr') this.#endCell()
    else if (name === 'ul' || name === 'ol') this.#lists.pop()
    else if (name === 'a') this.#closeLink()
  }

  text(text: string): void {
    if (this.#hidden === 0) this.#words += text
  }

  end(): Block[] {
    while (this.#tables.length > 0) this.#closeTable()
    this.#flush()
    return this.#blocks
  }

  #flush(): void {
    const text = tidied(this.#words.replace(/(?<=([A-Za-z])?)\s*\u2028\s*/g, (_, letter) => (letter ? ' ' : '')))
    this.#words = ''
    this.#link = undefined
    if (text === '') return
    const marked = this.#marker + text
    this.#marker = ''
    const block: Block =
      this.#heading > 0 ? { kind: 'heading', level: this.#heading, text: marked } : { kind: 'paragraph', text: marked }
    this.#targets.at(-1)?.push(block)
  }

  #openTable(): void {
    this.#flush()
    this.#tables.push(new OpenTable())
    // What stands between the rows of a table belongs before it.
    this.#targets.push(this.#targets.at(-1) ?? this.#blocks)
  }

  #closeTable(): void {
    this.#flush()
    const table = this.#tables.pop()
    if (table === undefined) return
    this.#targets.pop()
    this.#targets.at(-1)?.push(...table.close(this.#budget))
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const table = this.#tables.at(-1)
    this.#endCell()
    if (table === undefined) return
    this.#targets[this.#targets.length - 1] = table.cell(Number(attributes.colspan), Number(attributes.rowspan))
  }

  #endCell(then?: () => void): void {
    this.#flush()
    if (this.#tables.length > 0) this.#targets[this.#targets.length - 1] = this.#targets.at(-2) ?? this.#blocks
    then?.()
  }

  /** A note below the text begins with its number, as Markdown writes it. */
  #openItem(id: string | undefined): void {
    const list = this.#lists.at(-1)
    if (list) list.count++
    this.#marker = NOTE.test(id ?? '') ? `[^${list?.count}]: ` : list?.isOrdered ? `${list.count}. ` : '• '
  }

  #closeLink(): void {
    const link = this.#link
    this.#link = undefined
    if (link === undefined) return
    const words = this.#words.slice(link.from)
    if (NOTE.test(link.href.replace(/^#/, '')))
      this.#words = `${this.#words.slice(0, link.from)}[^${words.replace(/\D/g, '')}]`
    else if (BACK.test(link.href)) this.#words = this.#words.slice(0, link.from)
    // Links of their own are the ways of a website, and an address that is written out needs no second one.
    else if (
      /^https?:/i.test(link.href) &&
      tidied(words) !== '' &&
      tidied(this.#words.slice(0, link.from)) !== '' &&
      !isSameAddress(words, link.href)
    )
      this.#words += `（${link.href}）`
  }

  #picture({ alt = '', src }: Readonly<Record<string, string>>): void {
    const text = tidied(alt)
    if (text === '' && src !== WORD_PICTURE) return
    this.#targets.at(-1)?.push({ kind: 'picture', text })
  }
}

/** The address that pictures of a Word file get: they have none that leads anywhere. */
export const WORD_PICTURE = 'word:'

/** Of notes below the text, as Mammoth marks them: they are numbered in one row, and lead back. */
const NOTE = /^(?:foot|end)note-\d+$/
const BACK = /^#(?:foot|end)note-ref-\d+$/

const isSameAddress = (words: string, href: string): boolean => {
  const bare = (text: string) => text.replace(/^https?:\/\/|\/$/gi, '').toLowerCase()
  return bare(tidied(words)) === bare(href)
}
