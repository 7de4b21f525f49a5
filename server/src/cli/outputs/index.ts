import { github } from './github.ts'
import { html } from './html.ts'
import { json, jsonl } from './json.ts'
import { junit } from './junit.ts'
import type { Output, OutputName, OutputOptions } from './output.ts'
import { pretty } from './pretty.ts'
import { sarif } from './sarif.ts'

const OUTPUTS: Readonly<Record<OutputName, (options: OutputOptions) => Output>> = {
  pretty,
  json,
  jsonl,
  sarif,
  junit,
  github,
  html,
}

export const outputNamed = (name: OutputName, options: OutputOptions): Output => OUTPUTS[name](options)
