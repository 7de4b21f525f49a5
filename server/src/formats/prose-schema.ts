import * as z from 'zod'
import { id, words } from './schema-parts.ts'

/** The sum of cells: `table/row/column`, where a row `refused` stands for the rows `refused.…` that the table has. */
const cells = z
  .array(z.string().regex(/^[\w.]+\/[\w.]+\/[\w.]+$/, 'pack/cell'))
  .min(1)
  .readonly()

/** A quantity that the tables hold and that sentences speak of. */
export const measure = z.strictObject({
  id,
  /**
   * How sentences give its figure: words in their order, `|` between those of like meaning, `…` for whatever stands between
   * them in a clause, `·` for filler words only, `#` for the figure; `^` where the words begin a clause. `<` and `>` are
   * the year before the report's and the one after it.
   */
  said: z.array(words).readonly(),
  /** How sentences say that there was none. */
  denied: z.array(words).readonly().default([]),
  /** What the figure may be, each of them right; first what is mostly meant. */
  sums: z.array(cells).min(1).readonly(),
  /** What it is counted in. */
  units: z.array(words).min(1).readonly(),
  /** One of these words has to stand in the paragraph, or in the sentence. */
  about: z.array(words).readonly().default([]),
  aboutIn: z.enum(['paragraph', 'sentence']).default('paragraph'),
  /** None of these may stand before the words in their clause: it would be about something else. */
  unless: z.array(words).readonly().default([]),
  /** Of the words under `prose` that turn a sentence to something else, those that this is about. */
  despite: z.array(words).readonly().default([]),
  /** It may stand in a list after 其中, which divides what its sentence is about. */
  listed: z.boolean().default(false),
  /** Whether the figure is the sum of the cells, or contained in it. */
  relation: z.enum(['equal', 'within']).default('equal'),
  /** How many of its units one in the cells is, such as 10000 of 元 where the cells are in 万元. */
  worth: z.int().min(1).default(1),
  /** False where the words may well mean more or less than the cells: that they differ is information only. */
  certain: z.boolean().default(true),
})

/** How to read prose: words that decide whether a figure in it can be held against a table. */
export const prose = z.strictObject({
  /** They may stand between the words of a measure. */
  fillers: z.array(words).readonly().default([]),
  /** Before a figure in its sentence: it is about another time, or a part of the year. */
  otherTimes: z.array(words).readonly().default([]),
  /** Before a figure in its clause: it is about other bodies, or a part of the whole. */
  elsewhere: z.array(words).readonly().default([]),
  /** What the names of bodies end with: right before what it does, one names whose figure it is. */
  bodies: z.array(words).readonly().default([]),
  /** Among the words of a measure: it is about some of what is counted. */
  narrowing: z.array(words).readonly().default([]),
  /** Names of everybody, which narrow nothing down. */
  everybody: z.array(words).readonly().default([]),
  /** Among or right after the words of a denial: it denies something else. */
  notDenied: z.array(words).readonly().default([]),
  /** Of the words under `elsewhere`, those that mean all of an organ's own place, by what the name of the organ ends with. */
  wholes: z
    .array(z.strictObject({ word: words, endings: z.array(words).min(1).readonly() }))
    .readonly()
    .default([]),
  /** Rates of which more than all is none. */
  rates: z.array(words).readonly().default([]),
})
