import { type Language, languageOf, say, sayWording } from '../review/messages/index.ts'
import type { Wording } from '../rules/rule.ts'
import { LIMITS } from './limits.ts'
import type { WordAnswer, WordQuestion, WordRequest } from './protocol.ts'
import { readPage } from './read/read-page.ts'
import { readWord } from './read/read-word.ts'
import { isRefusal, Refusal } from './refusal.ts'
import { richTables } from './write/rich-tables.ts'
import { writeWord } from './write/write-word.ts'

/** Answers an editor. What goes wrong is an answer too, in the language that was asked for. */
export async function answer({ language: setting, editorLanguage, ask }: WordRequest): Promise<WordAnswer> {
  const language = languageOf(setting, editorLanguage)
  try {
    return await answerTo(ask, language)
  } catch (error) {
    return { state: 'refused', message: isRefusal(error) ? say(language, error.key) : String(error) }
  }
}

async function answerTo(ask: WordQuestion, language: Language): Promise<WordAnswer> {
  switch (ask.kind) {
    case 'admit':
      if (ask.size > LIMITS.file) throw new Refusal('word/large')
      return { state: 'admitted' }
    case 'late':
      throw new Refusal('word/busy')
    case 'read': {
      const { text, kept, left } = await readWord(ask.bytes)
      const question = say(language, 'word/overwrite', { left: sentences(left, language).join(listed(language)) })
      return {
        state: 'draft',
        text,
        ...told('word/opened', [...kept, ...left], language),
        ...(left.length > 0 && { overwrite: { question, yes: say(language, 'word/overwrite.yes') } }),
      }
    }
    case 'write': {
      const text = ask.languageId === 'html' ? readPage(ask.text).text : ask.text
      const written = await writeWord(text, ask.languageId === 'plaintext' ? 'plain' : 'markdown')
      if (written === undefined) throw new Refusal('word/no-report')
      return { state: 'file', bytes: written.bytes, ...told('word/written', written.remarks, language) }
    }
    case 'tables': {
      const { tables, remarks } = richTables(ask.text)
      if (tables.length === 0) throw new Refusal('word/no-tables')
      const words = {
        title: say(language, 'word/tables.title'),
        copy: say(language, 'word/tables.copy'),
        copyAll: say(language, 'word/tables.copy-all'),
        copied: say(language, 'word/tables.copied'),
        failed: say(language, 'word/tables.failed'),
      }
      return { state: 'tables', tables, ...words, ...told('word/tables', remarks, language) }
    }
  }
}

const sentences = (wordings: readonly Wording[], language: Language): string[] =>
  wordings.map((wording) => sayWording(language, wording))

const listed = (language: Language): string => (language === 'en' ? '; ' : '；')

function told(key: string, remarks: readonly Wording[], language: Language) {
  const details = sentences(remarks, language)
  const message = details.length === 0 ? say(language, key) : say(language, `${key}.but`, { count: details.length })
  return { message, details }
}
