import type { Report } from '../../report/report.ts'

/** The title of a report on one line, without markup and blanks; undefined where it has none. */
export function reportName({ text, facts: { title } }: Report): string | undefined {
  return title === undefined ? undefined : text.slice(title.start, title.end).replace(/<[^>]*>|\s+/g, '')
}
