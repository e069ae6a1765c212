// What the reader chose for this browser: kept between visits, never sent. Only what something obeys is in here.
import { create } from 'zustand'
import { activate, type Language, preferredLanguage } from '../i18n.ts'
import { showAppearance } from './appearance.ts'

export type Handedness = 'left' | 'right'
export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'normal' | 'large' | 'larger'
/** `auto` begins high and goes lower by itself on a device that cannot keep up. */
export type Drawing = 'auto' | 'low'

export interface Settings {
  readonly language: Language
  readonly handedness: Handedness
  readonly sound: boolean
  readonly captions: boolean
  readonly theme: Theme
  readonly textSize: TextSize
  readonly lessMotion: boolean
  readonly drawing: Drawing
  /** The list of step buttons lies open when the room opens. */
  readonly stepButtons: boolean
  /** An assist: smooths the pointer; noted in the attempt. */
  readonly tremorFilter: boolean
  /** A tap of Space switches the trigger instead of holding it. */
  readonly latchTrigger: boolean
  /** Whose drug doses and choices are judged by. */
  readonly profile: 'CN' | 'WHO'
}

interface SettingsStore extends Settings {
  set(change: Partial<Settings>): void
}

export const SETTINGS_KEY = 'surehand.settings'

/** The plain object of a stored text; anything else is none. */
function stored(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(SETTINGS_KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    // Storage switched off or someone else's text: the defaults serve.
    return {}
  }
}

function oneOf<T>(value: unknown, options: readonly T[], otherwise: T): T {
  return options.find((o) => o === value) ?? otherwise
}

/** Settings out of what was stored, by whichever version: what is unknown or missing takes its default. */
export function readSettings(s: Readonly<Record<string, unknown>>, languages: readonly string[]): Settings {
  return {
    language: oneOf(s['language'], ['en', 'zh'], preferredLanguage(languages)),
    handedness: oneOf(s['handedness'], ['left', 'right'], 'right'),
    sound: s['sound'] !== false,
    captions: s['captions'] !== false,
    theme: oneOf(s['theme'], ['system', 'light', 'dark'], 'system'),
    textSize: oneOf(s['textSize'], ['normal', 'large', 'larger'], 'normal'),
    lessMotion: s['lessMotion'] === true,
    drawing: oneOf(s['drawing'], ['auto', 'low'], 'auto'),
    stepButtons: s['stepButtons'] === true,
    tremorFilter: s['tremorFilter'] === true,
    latchTrigger: s['latchTrigger'] === true,
    profile: oneOf(s['profile'], ['CN', 'WHO'], 'CN'),
  }
}

export const useSettings = create<SettingsStore>((set, get) => ({
  ...readSettings(stored(), globalThis.navigator?.languages ?? []),
  set(change) {
    set(change)
    if (change.language) activate(change.language)
    const { set: _set, ...settings } = get()
    showAppearance(settings)
    try {
      localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings))
    } catch {
      // Nothing is lost but the convenience: the choice holds until the page is closed.
    }
  },
}))
