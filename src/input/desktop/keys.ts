// Keys by physical code (CONTROLS section 2): Chinese input methods, layouts and Sticky Keys do not change these.
import type { Verb } from '../../sim/state.ts'

/** What a list, a panel or the page does; the app answers it. */
export type RequestKind = 'do' | 'put' | 'talk' | 'wait' | 'view' | 'pause' | 'help' | 'hub'

/** Verbs of the helper hand in the order of the keys 1 to 6. */
export const HELPER_VERBS: readonly Verb[] = ['hold', 'press', 'spread', 'steady', 'pass', 'rest']

export const REQUEST_KEYS: Readonly<Record<string, RequestKind>> = {
  KeyE: 'do',
  KeyB: 'put',
  KeyT: 'talk',
  KeyW: 'wait',
  KeyV: 'view',
  KeyH: 'help',
  Escape: 'pause',
}

/** Steps right and down while the key is held. */
export const ARROW_KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
export const PUSH_KEYS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1 }
export const DIAL_KEYS: Readonly<Record<string, number>> = { BracketRight: 1, BracketLeft: -1 }
export const FIRMNESS_KEYS: Readonly<Record<string, number>> = { Equal: 1, Minus: -1, NumpadAdd: 1, NumpadSubtract: -1 }

/** Held for what they do, not for a letter. */
export const HELD_KEYS: readonly string[] = [
  'KeyA',
  'KeyD',
  'KeyS',
  'Space',
  'Enter',
  'NumpadEnter',
  ...Object.keys(ARROW_KEYS),
  ...Object.keys(PUSH_KEYS),
]

/** Verb of `Digit1`..`Digit6` or `Numpad1`..`Numpad6`, null for another key. */
export function verbOf(code: string): Verb | null {
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(code)?.[1]
  return digit ? (HELPER_VERBS[Number(digit) - 1] ?? null) : null
}
