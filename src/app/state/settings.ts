// What the reader chose for this browser: kept between visits, never sent.
import { create } from 'zustand'
import { activate, type Language, preferredLanguage } from '../i18n.ts'

export type Handedness = 'left' | 'right'

export interface Settings {
  readonly language: Language
  readonly handedness: Handedness
  readonly sound: boolean
}

interface SettingsStore extends Settings {
  set(change: Partial<Settings>): void
}

const KEY = 'surehand.settings'

function stored(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Storage switched off or someone else's text: the defaults serve.
    return {}
  }
}

function initial(): Settings {
  const s = stored()
  const language = s.language === 'en' || s.language === 'zh' ? s.language : preferredLanguage(navigator.languages)
  return { language, handedness: s.handedness === 'left' ? 'left' : 'right', sound: s.sound !== false }
}

export const useSettings = create<SettingsStore>((set, get) => ({
  ...initial(),
  set(change) {
    set(change)
    const { language, handedness, sound } = get()
    if (change.language) activate(change.language)
    try {
      localStorage.setItem(KEY, JSON.stringify({ language, handedness, sound }))
    } catch {
      // Nothing is lost but the convenience: the choice holds until the page is closed.
    }
  },
}))
