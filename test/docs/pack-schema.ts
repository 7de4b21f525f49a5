import * as z from 'zod'
import { extensionShape, formatShape } from '../../server/src/formats/schema.ts'
import { PACK_DESCRIPTIONS } from './pack-descriptions.ts'

type Schema = z.core.JSONSchema.BaseSchema

/**
 * The JSON schema of `*.report-format.json` files, made from the schema that they are read with, as text. Which of the two
 * shapes a format has is told by `extends`, so that an editor complains of the right one.
 */
export function packSchema(): string {
  const used = new Set<string>()
  const described = (shape: z.ZodType) =>
    withDescriptions(z.toJSONSchema(shape, { io: 'input', target: 'draft-7' }), used)
  const { $schema, ...format } = described(formatShape)
  const { $schema: _, ...extension } = described(extensionShape)
  const unused = Object.keys(PACK_DESCRIPTIONS).filter((path) => !used.has(path))
  if (unused.length > 0) throw new Error(`described, but not there: ${unused.join(', ')}`)
  const schema = {
    $schema,
    title: '年报格式 Report formats',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      formats: {
        description:
          '格式，一项一个：一个版本、对一个版本的修改（写 extends），或另一种年报。 Formats: editions, changes to an edition (with extends), or other kinds of report.',
        type: 'array',
        minItems: 1,
        // biome-ignore lint/suspicious/noThenProperty: so JSON schemas are written
        items: { if: { required: ['extends'] }, then: withoutDefaults(extension), else: format },
      },
    },
    required: ['formats'],
    additionalProperties: false,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** A schema whose properties say what they are; one without a description is an error. */
function withDescriptions(schema: Schema, used: Set<string>, path: readonly string[] = []): Schema {
  const { readOnly, minimum, maximum, ...rest } = schema
  const made: Schema = { ...rest }
  if (typeof minimum === 'number' && Number.isSafeInteger(minimum - 1)) made.minimum = minimum
  if (typeof maximum === 'number' && Number.isSafeInteger(maximum + 1)) made.maximum = maximum
  if (schema.items) made.items = withDescriptions(schema.items as Schema, used, path)
  if (schema.properties) {
    made.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => {
        const place = [...path, name]
        const key = place.join('.')
        const description = PACK_DESCRIPTIONS[key]
        if (description === undefined) throw new Error(`test/docs/pack-descriptions.ts does not say what ${key} is`)
        used.add(key)
        return [name, { description, ...withDescriptions(property as Schema, used, place) }]
      }),
    )
  }
  return made
}

/** What a change does not name stays as it is: nothing is put in for it. */
function withoutDefaults(schema: Schema): Schema {
  const { default: _, items, properties, ...rest } = schema
  return {
    ...rest,
    ...(items && { items: withoutDefaults(items as Schema) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, withoutDefaults(property as Schema)]),
      ),
    }),
  }
}
