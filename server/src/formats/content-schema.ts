import * as z from 'zod'
import { id } from './schema-parts.ts'

/**
 * What an edition asks of the prose of a report, as data: what it has to say, which words show that it does, and what
 * must not be left in it. A list of words is a list of signs: any of them, wherever its spaces and brackets stand.
 */

const words = z.array(z.string().min(1)).min(1).readonly()

export const ISSUER_KINDS = ['government', 'department', 'other'] as const
export const ISSUER_LEVELS = ['province', 'city', 'county', 'town'] as const

/** Something that a text has to speak of. */
const subject = z.strictObject({
  title: z.string().min(1),
  /** What it goes by, as a heading or in a sentence. */
  names: words,
  /** What shows that it is spoken of, though not by name. */
  signs: words.optional(),
})

/** Words to start from, for a person to go through. They assert nothing that is not marked as a draft. */
const draft = z.strictObject({
  id,
  /** What people call it. */
  title: z.string().min(1),
  /** Where it belongs; before the first section without one. */
  section: id.optional(),
  /** Whose report has it; everybody's without one. */
  issuer: z.enum(ISSUER_KINDS).optional(),
  /** Where one of these stands in the section, it is written already. */
  said: words.optional(),
  /**
   * Paragraphs, a line each; one that begins with `# ` is a heading below the section's. `{organ}`, `{year}`, `{statute}`,
   * `{notice}` and `{number}` are the report's and its edition's; what stands in `[[…]]` is to be replaced.
   */
  text: z.string().min(1),
})

export const contentSchema = z.strictObject({
  /** What a section has to go into, in any order. */
  topics: z.strictObject({ section: id, subjects: z.array(subject).min(1).readonly() }).optional(),
  /** What an issuer of one kind has to report of itself, anywhere in the text. */
  duties: z
    .strictObject({ section: id, issuer: z.enum(ISSUER_KINDS), subjects: z.array(subject).min(1).readonly() })
    .optional(),
  fees: z
    .strictObject({
      section: id,
      /** Words that speak of such fees wherever they stand, and others that do so within the section. */
      names: words,
      signs: words,
      /** A sentence to start from, marked as a draft; `{year}` is the report's. */
      draft: z.string().min(1),
    })
    .optional(),
  problems: z
    .strictObject({
      section: id,
      /** All that a section says which says nothing. */
      nothing: words,
      /** A clause with one of these tells of a problem; with one of `measures` and none of these, of a measure. */
      problems: words,
      measures: words,
      /** Fewer characters than this cannot tell of both. */
      least: z.int(),
    })
    .optional(),
  /** What the form says to the person who fills it in. */
  leftovers: z
    .strictObject({
      /** Instructions in sentences of their own. */
      sentences: words,
      /** Instructions in brackets, by what they begin with. */
      notes: words,
      /** Names in brackets that stand where something is to be filled in. */
      blanks: words,
      /** What begins a note in brackets that marks a draft which nobody has confirmed. */
      drafts: words.optional(),
    })
    .optional(),
  /** How the list of the report's parts names the sections: `least` of them in a sentence with one of the signs. */
  parts: z
    .strictObject({
      least: z.int(),
      signs: words,
      sections: z.array(z.strictObject({ section: id, names: words })).readonly(),
    })
    .optional(),
  /** What an organ cannot call itself. */
  selfReferences: z
    .strictObject({
      /** What stands before the kind of organ: 我 in 我镇; and what stands before a place as a whole: 全 in 全县. */
      own: words,
      whole: z.string().min(1),
      /** Words that only begin like a kind of organ. */
      compounds: words,
      /** Right before a place as a whole: its work is led; anywhere in the clause: it is only taken part in. */
      leads: words,
      follows: words,
      /** Around the name of an organ that remedies were sought against: it has to be this one. */
      against: words,
      remedies: words,
      /** The kinds of places that the name of a department begins with. */
      places: words,
      organs: z
        .array(
          z.strictObject({
            issuer: z.enum(ISSUER_KINDS),
            /** What its name ends with. */
            endings: words,
            never: words,
            /** The places around it whose work as a whole it does not lead. */
            around: z.array(z.string().min(1)).readonly().default([]),
          }),
        )
        .readonly(),
    })
    .optional(),
  /**
   * Meetings whose spirit is followed, by congress: a phrase with one of the `signs` that names one and none of those after
   * it, though they were held before the report's year, is an old one.
   */
  meetings: z
    .strictObject({
      signs: words,
      congresses: z
        .array(
          z.strictObject({
            /** What stands before the meetings of a congress, and behind them: 二十届 and 全会. */
            name: z.string().min(1),
            ending: z.string().min(1),
            plenums: z
              .array(z.strictObject({ name: z.string().min(1), year: z.int() }))
              .min(1)
              .readonly(),
          }),
        )
        .min(1)
        .readonly(),
      /** Names of the congresses themselves, as good as any of their meetings. */
      congressNames: words,
    })
    .optional(),
  /** Figures that hardly go together from a year on: something in all of `some`, and nothing in any of `none`. */
  unlikely: z
    .array(
      z.strictObject({
        from: z.int(),
        /** Addresses of cells; the finding stands on the first. */
        some: z
          .array(z.array(z.string().min(1)).min(1).readonly())
          .min(1)
          .readonly(),
        none: z.array(z.string().min(1)).readonly(),
        reason: z.string().min(1),
      }),
    )
    .readonly()
    .default([]),
  /** The row of rules, and who cannot make any. */
  ruleMaking: z
    .strictObject({
      table: id,
      row: id,
      columns: z.array(id).min(1).readonly(),
      withoutPower: z.strictObject({ levels: z.array(z.enum(ISSUER_LEVELS)).readonly(), departments: z.boolean() }),
    })
    .optional(),
  /** How a sentence of a section tells what was done in a year, and what tells that it looks back or ahead. */
  pastWork: z.strictObject({ section: id, done: words, otherwise: words }).optional(),
  /** What a new report says to begin with, in this order, and what is offered to whoever writes one. */
  drafts: z.array(draft).readonly().default([]),
  /** The last day, in the year after the report's, on which an issuer publishes. */
  deadlines: z
    .array(
      z.strictObject({
        issuer: z.enum(ISSUER_KINDS),
        /** For whom no day is set. */
        exceptLevels: z.array(z.enum(ISSUER_LEVELS)).readonly().default([]),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
      }),
    )
    .readonly()
    .default([]),
})

export type Content = z.infer<typeof contentSchema>
export type ContentSource = z.input<typeof contentSchema>
export type Draft = Content['drafts'][number]
