import { counted } from './counted.ts'
import { type Attributes, walkXml } from './xml.ts'

/** A level of a list: how its numbers are made. */
interface Level {
  start: number
  format: string
  /** With `%1` for the number of the first level. */
  text: string
  suffix: string
  /** The numbers of all levels in plain digits. */
  isLegal: boolean
  /** The paragraph style whose paragraphs are numbered by it. */
  style?: string
}

interface List {
  readonly levels: Map<number, Level>
  /** The list style that it is an instance of. */
  styleLink?: string
  /** The list style that it defines. */
  defines?: string
}

interface Use {
  list: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** What a paragraph style says of numbers. */
interface Style {
  basedOn?: string
  number?: string
  level?: number
}

/** A paragraph's own numbering: `w:numId` and `w:ilvl`, and its style. */
export interface NumberedBy {
  readonly style: string | undefined
  readonly number: string | undefined
  readonly level: number | undefined
}

const DEEPEST = 9

/**
 * Counts the paragraphs of a document, in their order: Word does not store the numbers that it shows. Gives the number of
 * a paragraph as it is shown, with what stands between it and the words; nothing where it has none.
 */
export function paragraphNumbers(numbering: string | undefined, styles: string | undefined) {
  const { lists, uses } = readLists(numbering)
  const stylesById = readStyles(styles)
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return ({ style, number, level }: NumberedBy): string => {
    const styled = number === undefined ? styleNumber(stylesById, style) : undefined
    const id = number ?? styled?.number
    const use = id === undefined ? undefined : uses.get(id)
    const list = use && listOf(lists, use)
    if (id === undefined || use === undefined || list === undefined) return ''
    const linked = number === undefined ? [...list.levels].find(([, one]) => one.style === style)?.[0] : undefined
    const at = Math.min(DEEPEST - 1, level ?? linked ?? styled?.level ?? 0)
    const levelAt = (one: number) => use.levels.get(one) ?? list.levels.get(one)
    const own = levelAt(at)
    if (own === undefined) return ''
    const count = counts.get(use.list) ?? []
    counts.set(use.list, count)
    if (!begun.has(id)) {
      begun.add(id)
      for (const [one, start] of use.starts) count[one] = start - 1
    }
    for (let upper = 0; upper < at; upper++) count[upper] ??= levelAt(upper)?.start ?? 1
    count[at] = count[at] === undefined ? own.start : count[at] + 1
    count.length = at + 1
    if (own.format === 'bullet') return '• '
    const shown = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const one = Number(digit) - 1
      return counted(count[one] ?? levelAt(one)?.start ?? 1, own.isLegal ? 'decimal' : (levelAt(one)?.format ?? ''))
    })
    // 一、 and （一） stand before their words without a blank, 1. as well.
    return shown === '' || own.suffix !== 'space' ? shown : `${shown} `
  }
}

function listOf(lists: ReadonlyMap<string, List>, { list }: Use): List | undefined {
  const found = lists.get(list)
  if (found?.styleLink === undefined || found.levels.size > 0) return found
  return [...lists.values()].find(({ defines }) => defines === found.styleLink) ?? found
}

/** The numbering of a style or of the nearest one that it is based on. */
function styleNumber(styles: ReadonlyMap<string, Style>, id: string | undefined): Style | undefined {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const style = styles.get(at)
    if (style?.number !== undefined) return style
    at = style?.basedOn
  }
  return undefined
}

function readLists(xml: string | undefined): { lists: Map<string, List>; uses: Map<string, Use> } {
  const lists = new Map<string, List>()
  const uses = new Map<string, Use>()
  let list: List | undefined
  let use: Use | undefined
  let level: Level | undefined
  let override = 0
  const enter: Readonly<Record<string, (attributes: Attributes) => void>> = {
    abstractNum: ({ abstractNumId = '' }) => {
      list = { levels: new Map() }
      lists.set(abstractNumId, list)
    },
    numStyleLink: ({ val }) => {
      if (list && val) list.styleLink = val
    },
    styleLink: ({ val }) => {
      if (list && val) list.defines = val
    },
    num: ({ numId = '' }) => {
      list = undefined
      use = { list: '', starts: new Map(), levels: new Map() }
      uses.set(numId, use)
    },
    abstractNumId: ({ val = '' }) => {
      if (use) use.list = val
    },
    lvlOverride: ({ ilvl }) => {
      override = Number(ilvl)
    },
    startOverride: ({ val }) => use?.starts.set(override, Number(val)),
    lvl: ({ ilvl }) => {
      level = { start: 1, format: 'decimal', text: '', suffix: 'tab', isLegal: false }
      ;(use ?? list)?.levels.set(Number(ilvl), level)
    },
    start: ({ val }) => {
      if (level) level.start = Number(val)
    },
    numFmt: ({ val, format }) => {
      if (level) level.format = val === 'custom' ? (format ?? '') : (val ?? '')
    },
    lvlText: ({ val = '' }) => {
      if (level) level.text = val
    },
    suff: ({ val = '' }) => {
      if (level) level.suffix = val
    },
    isLgl: ({ val }) => {
      if (level) level.isLegal = val !== '0' && val !== 'false'
    },
    pStyle: ({ val }) => {
      if (level && val) level.style = val
    },
  }
  if (xml !== undefined) walkXml(xml, { open: (name, attributes) => enter[name]?.(attributes) })
  return { lists, uses }
}

function readStyles(xml: string | undefined): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style = {}
  const enter: Readonly<Record<string, (attributes: Attributes) => void>> = {
    style: ({ styleId = '' }) => {
      style = {}
      styles.set(styleId, style)
    },
    basedOn: ({ val }) => {
      if (val) style.basedOn = val
    },
    numId: ({ val }) => {
      if (val) style.number = val
    },
    ilvl: ({ val }) => {
      style.level = Number(val)
    },
  }
  if (xml !== undefined) walkXml(xml, { open: (name, attributes) => enter[name]?.(attributes) })
  return styles
}
