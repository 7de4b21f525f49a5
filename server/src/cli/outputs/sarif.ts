import type { Range } from 'vscode-languageserver-types'
import { say } from '../../review/messages/index.ts'
import { RULE_BOOK } from '../../review/rule-book.ts'
import type { Severity } from '../../rules/rule.ts'
import { fingerprints } from '../fingerprints.ts'
import type { CheckedFile } from '../json.ts'
import type { Checked, Output, OutputOptions } from './output.ts'

/** Static Analysis Results Interchange Format 2.1.0 of OASIS, for code scanning services and viewers. */
export const sarif = (options: OutputOptions): Output => ({
  begin: `{\n"$schema": "${SCHEMA}",\n"version": "2.1.0",\n"runs": [{\n"tool": ${JSON.stringify(toolOf(options))},\n"columnKind": "utf16CodeUnits",\n"results": [\n`,
  file: (checked) =>
    resultsOf(checked)
      .map((result) => JSON.stringify(result))
      .join(',\n'),
  separator: ',\n',
  end: ({ problems }) => `\n],\n"invocations": [${JSON.stringify(invocationOf(problems))}]\n}]\n}\n`,
})

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

const toolOf = ({ language, version }: OutputOptions) => ({
  driver: {
    name: 'nianbao',
    version,
    language: language === 'en' ? 'en-US' : language,
    rules: RULE_BOOK.map(({ id, severity }) => ({
      id,
      shortDescription: { text: say(language, `rule:${id}`) },
      defaultConfiguration: { level: LEVEL[severity] },
    })),
  },
})

const RULE_INDEX = new Map(RULE_BOOK.map(({ id }, index) => [id, index]))

function resultsOf({ file, review }: Checked) {
  const keys = fingerprints(review)
  return file.findings.map(({ rule, severity, message, range, address, related, fixes }, index) => ({
    ruleId: rule,
    ruleIndex: RULE_INDEX.get(rule),
    level: LEVEL[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: physical(file, range),
        ...(address !== undefined && { logicalLocations: [{ fullyQualifiedName: address }] }),
      },
    ],
    relatedLocations: related.map((one, id) => ({
      id,
      message: { text: one.message },
      physicalLocation: physical({ path: one.path ?? file.path }, one.range),
    })),
    partialFingerprints: { 'nianbao/v1': keys[index] },
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: artifact(file),
          replacements: edits.map((edit) => ({
            deletedRegion: region(edit.range),
            insertedContent: { text: edit.newText },
          })),
        },
      ],
    })),
  }))
}

const physical = (file: Pick<CheckedFile, 'path'>, range: Range) => ({
  artifactLocation: artifact(file),
  region: region(range),
})

const artifact = ({ path }: Pick<CheckedFile, 'path'>) => ({ uri: path.split('/').map(encodeURIComponent).join('/') })

/** Counted from one; the end is behind the last character, as in the Language Server Protocol. */
const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
})

const invocationOf = (problems: readonly string[]) => ({
  executionSuccessful: problems.length === 0,
  toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
})
