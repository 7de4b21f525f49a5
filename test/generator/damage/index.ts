import * as cells from './cells.ts'
import type { Damage } from './damage.ts'
import * as heads from './heads.ts'
import * as labels from './labels.ts'
import * as pages from './pages.ts'
import * as rows from './rows.ts'

/** All damage that can be drawn, each by itself or several after another. */
const { linesOfParts: _, ...labelDamage } = labels
export const DAMAGES: readonly Damage[] = [pages, labelDamage, heads, rows, cells].flatMap((room): Damage[] =>
  Object.values(room),
)
