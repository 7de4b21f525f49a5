import type { Args, Wording } from '../../rules/rule.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type MessageKey = keyof typeof zhCN

const TABLES: Record<Language, Readonly<Record<string, string>>> = { 'zh-CN': zhCN, en }

/** The text of a message, its `{blanks}` filled. An unknown key is given back as it is, so that nothing is lost. */
export function say(language: Language, key: MessageKey | (string & {}), args: Args = {}): string {
  const text = TABLES[language][key] ?? key
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(args[name] ?? blank))
}

export const sayWording = (language: Language, { key, args }: Wording): string => say(language, key, args)

/** The language that a setting asks for; `auto` follows the editor's own (`zh-cn`, `en-US`, …). */
export function languageOf(setting: string | undefined, editor: string | undefined): Language {
  if (setting === 'zh-CN' || setting === 'en') return setting
  return setting === 'auto' && editor !== undefined && !editor.toLowerCase().startsWith('zh') ? 'en' : 'zh-CN'
}
