import { z } from 'zod'

// The JSON that others script against: these keys and no other.

const position = z.strictObject({ line: z.int().min(0), character: z.int().min(0) })
const range = z.strictObject({ start: position, end: position })
const edition = z.string().nullable()
const head = {
  path: z.string().regex(/^[^\\]+$/),
  isReport: z.boolean(),
  organ: z.string().min(1).nullable(),
  year: z.int().nullable(),
  edition,
}
const address = z.string().regex(/^[a-zA-Z]+\/[a-zA-Z.]+\/[a-zA-Z.]+$/)
const count = z.int().min(0)

const finding = z.strictObject({
  rule: z.string().regex(/^[a-z]+\/[a-z-]+$/),
  severity: z.enum(['error', 'warning', 'info', 'hint']),
  message: z.string().min(1),
  range,
  address: address.optional(),
  related: z.array(z.strictObject({ message: z.string().min(1), path: z.string().min(1).optional(), range })),
  fixes: z.array(
    z.strictObject({
      title: z.string().min(1),
      preferred: z.boolean(),
      safe: z.boolean(),
      edits: z.array(z.strictObject({ range, newText: z.string() })).min(1),
    }),
  ),
})

/** `nianbao check --format json`. */
export const checkOutput = z.strictObject({
  tool: z.strictObject({ name: z.literal('nianbao'), version: z.string().regex(/^\d+\.\d+\.\d+/) }),
  files: z.array(z.strictObject({ ...head, findings: z.array(finding), suppressed: count, fixed: count.optional() })),
  summary: z.strictObject({
    files: count,
    reports: count,
    errors: count,
    warnings: count,
    infos: count,
    hints: count,
  }),
})

const printed = { address, raw: z.string(), range }
const cell = z.discriminatedUnion('state', [
  z.strictObject({ ...printed, state: z.literal('number'), value: z.number() }),
  z.strictObject({ ...printed, state: z.enum(['blank', 'notApplicable', 'unreadable']), value: z.null() }),
])

/** `nianbao parse`. */
export const parseOutput = z.strictObject({
  files: z.array(
    z.strictObject({
      ...head,
      sections: z.array(
        z.strictObject({
          id: z.enum(['overview', 'proactive', 'requests', 'remedies', 'problems', 'other']),
          title: z.string().min(1),
          range,
        }),
      ),
      tables: z.array(
        z.strictObject({
          id: z.enum(['proactive', 'requests', 'remedies']),
          edition: z.string(),
          layout: z.enum(['tabs', 'pipes', 'bars', 'lines', 'tabbedLines', 'html', 'spaces', 'glued']),
          range,
          cells: z.array(cell),
          unaligned: z.array(z.strictObject({ row: z.string(), range })),
        }),
      ),
    }),
  ),
})
