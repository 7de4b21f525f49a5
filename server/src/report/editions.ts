import { type Format, rowIds } from '../formats/schema.ts'
import type { Slot } from './layouts/layout.ts'
import type { LayoutName } from './report.ts'
import type { RowSource } from './sources.ts'
import type { Edition, RowForm, TableForms } from './table-forms.ts'

/**
 * Tells the edition of each row: by the column heads above it, else by its number of figures, else by the other rows,
 * else by `fallback`. Rows that only one edition has tell by themselves. `chosen` is the edition of most rows. In a layout
 * that drops blanks, the number of figures tells of the table, but not of a row that differs from it. Where editions are
 * alike, it is `fallback` if that is one of them.
 */
export function editionOfRows(
  { editions, rows }: TableForms,
  fallback: Format,
  sources: readonly RowSource[],
  slots: readonly (readonly Slot[])[],
  layout: LayoutName,
): { forms: RowForm[]; chosen: Edition; edition: string } {
  const options = sources.map(({ row }) => rows.get(row) ?? [])
  const votes = options.every(({ length }) => length === 1) ? [] : votesByHeads(editions.length, sources, fallback)
  const sure = options.map((forms, index) =>
    forms.length === 1 ? forms[0] : forms.find(({ alike }) => alike.some(({ source }) => source.id === votes[index])),
  )
  // Where rows were not found, their figures may stand among those of others.
  const isTorn = DROPS_BLANKS.has(layout) && editions.every(({ table }) => sources.length < rowIds(table).length)
  const likely = sure.map((form, index) =>
    isTorn ? form : (form ?? byWidth(options[index] ?? [], slots[index] ?? [], layout === 'glued')),
  )
  const main = mostOf(editionsOf(likely), fallback) ?? fallback.id
  const chosen = editions.find(({ format }) => format.id === main) ?? (editions.at(-1) as Edition)
  const forms = (DROPS_BLANKS.has(layout) ? sure : likely).map((form, index): RowForm => {
    const open = options[index] as readonly RowForm[]
    return inEdition(form ?? open.find((one) => isOf(one, chosen.format)) ?? (open[0] as RowForm), chosen.format)
  })
  const isMixed = forms.some((form) => form.edition !== null && !isOf(form, chosen.format))
  return { forms, chosen, edition: isMixed ? 'mixed' : chosen.format.id }
}

const isOf = ({ alike }: RowForm, format: Format): boolean => alike.some(({ source }) => source === format)

/** The form as an edition has it, if it is one of those that have it so. */
const inEdition = (form: RowForm, format: Format): RowForm =>
  form.edition === null ? form : (form.alike.find(({ source }) => source === format) ?? form)

const DROPS_BLANKS: ReadonlySet<LayoutName> = new Set(['lines', 'spaces', 'glued'])

const editionsOf = (forms: readonly (RowForm | undefined)[]): string[] =>
  forms.flatMap((form) => (form?.edition ? form.alike.map(({ source }) => source.id) : []))

/** For each row the edition that most of the column heads above it belong to; rows below one another share heads. */
function votesByHeads(editions: number, sources: readonly RowSource[], fallback: Format): (string | undefined)[] {
  let vote: string | undefined
  return sources.map(({ heads }) => {
    if (heads.length > 0) {
      const names = heads.flatMap(({ label }) => (label.editions.size < editions ? [...label.editions] : []))
      vote = mostOf(names, fallback)
    }
    return vote
  })
}

/** The only form with as many columns as there are figures; a run of digits may be several where figures are glued. */
function byWidth(forms: readonly RowForm[], slots: readonly Slot[], glued: boolean): RowForm | undefined {
  const figures = slots.filter(({ figure }) => figure.state === 'number' || figure.state === 'notApplicable')
  const most = glued ? figures.reduce((sum, { figure }) => sum + figure.end - figure.start, 0) : figures.length
  const fitting = forms.filter(({ columns }) => columns.length >= figures.length && columns.length <= most)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** The name that comes most often; of several, that of `preferred`, or the first. */
function mostOf(names: readonly string[], preferred: Format): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = Math.max(...counts.values())
  if (counts.get(preferred.id) === most) return preferred.id
  return [...counts].find(([, count]) => count === most)?.[0]
}
