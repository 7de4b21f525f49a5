import { MessageType, ShowMessageNotification } from 'vscode-languageserver'
import { CATALOGUE, formatFor, type Kind, kindsOf } from '../formats/catalogue.ts'
import { plainly } from '../report/writing/draft.ts'
import { formYears, reportYears, writeReport } from '../report/writing/new-report.ts'
import { type Language, say } from '../review/messages/index.ts'
import type { NewReportAnswer, NewReportQuestions } from './protocol.ts'
import type { Session } from './session.ts'

const [KIND] = kindsOf(CATALOGUE) as readonly [Kind, ...Kind[]]

/** A draft of a report for an organ and a year; what has to be asked for it where one of them is missing or will not do. */
export function newReport(
  { connection, settings, reportYear }: Session,
  organ: unknown,
  year: unknown,
): NewReportAnswer {
  const { language } = settings
  const format = typeof year === 'number' ? formatFor(KIND, year) : null
  if (typeof organ === 'string' && organ.trim() !== '' && typeof year === 'number') {
    if (format !== null) {
      return { state: 'drafted', text: plainly(writeReport(format, { organ: organ.trim(), year }, 'markdown')) }
    }
    const message = say(language, 'new/no-edition', { year, years: formYears(KIND) })
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
  }
  return questions(language, reportYear())
}

/** A report is mostly on the last year; one on the year that still runs may be begun. */
const questions = (language: Language, last: number): NewReportQuestions => ({
  state: 'ask',
  organ: {
    title: say(language, 'new/organ'),
    example: say(language, 'new/organ.example'),
    required: say(language, 'new/no-organ'),
  },
  year: {
    title: say(language, 'new/year'),
    choices: [...reportYears(KIND, last), last + 1].flatMap((year) => {
      const format = formatFor(KIND, year)
      if (format === null) return []
      const description = say(language, 'new/edition', { edition: format.id, number: format.notice.number })
      return [{ year, label: `${year}`, description }]
    }),
  },
})
