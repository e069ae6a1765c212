// The two languages. English stands in the code, beside its id; Chinese in locales/zh, complete (a test compares).
import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Text } from '../sim/index.ts'
import { zh } from './locales/zh/index.ts'

export type Language = 'en' | 'zh'

i18n.setMessagesCompiler(compileMessage)
i18n.load({ en: {}, zh })

/** What `<html lang>` says. */
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' }

/** The first of the reader's languages that the product has; Chinese when none is. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^zh/i.test(tag)) return 'zh'
    if (/^en/i.test(tag)) return 'en'
  }
  return 'zh'
}

/** Switches every text of the page, its `lang` and its title. */
export function activate(language: Language): void {
  i18n.activate(language)
  document.documentElement.lang = TAGS[language]
  document.title = i18n._({ id: 'app.title', message: 'Surehand: clinical skills practice' })
}

/** A text of a procedure in the language that is active. */
export function say(text: Text): string {
  return i18n.locale === 'en' ? text.en : text.zh
}
