import { type Language, say } from '../review/messages/index.ts'
import { RULE_BOOK, ruleNamed } from '../review/rule-book.ts'
import { EXIT, type Host } from './host.ts'

/** Prints the rules with their severities, or the page of one. Returns the exit status. */
export async function rules(host: Host, id: string | undefined, language: Language): Promise<number> {
  if (id === undefined) {
    const width = Math.max(...RULE_BOOK.map((rule) => rule.id.length))
    for (const rule of RULE_BOOK) {
      host.out(
        `${rule.id.padEnd(width)}  ${say(language, `severity.${rule.severity}`)}  ${say(language, `rule:${rule.id}`)}\n`,
      )
    }
    return EXIT.ok
  }
  const page = ruleNamed(id) ? await host.rulePage(id) : undefined
  if (page === undefined) {
    host.error(say(language, 'cli/no-such-rule', { id }))
    return EXIT.failed
  }
  host.out(page)
  return EXIT.ok
}
