// Whoever assists: told beforehand what to watch for, help comes soon; surprised, it comes late.
import { say } from './speech.ts'
import type { AssistantState } from './state.ts'

/** From the call to help at the couch, clinical s (design values, placeholder). */
export const HELP_BRIEFED_S = 30
export const HELP_UNBRIEFED_S = 90

/** From a phrase to the assistant's answer, ticks (0.8 s; design value, placeholder). */
const ANSWER_TICKS = 72

interface Heard {
  readonly clinical_s: number
  readonly tick: number
  /** A needle has been in already: too late for a briefing to count. */
  readonly started: boolean
}

/** The assistant hears a phrase, answers, and does what it asks for. */
export function assist(a: AssistantState, phrase: string, at: Heard): void {
  if (phrase === 'brief_assistant') {
    if (!at.started) a.briefed = true
    say(a, 'assistant_ready', at.tick + ANSWER_TICKS)
  }
  if (phrase !== 'call_help' || a.called_s >= 0) return
  say(a, 'assistant_calls', at.tick + ANSWER_TICKS)
  a.called_s = at.clinical_s
  a.help_s = at.clinical_s + (a.briefed ? HELP_BRIEFED_S : HELP_UNBRIEFED_S)
}

/** Help arrives when the clinical clock has come so far. */
export function arrive(a: AssistantState, clinical_s: number, tick: number): void {
  if (a.helping || a.help_s < 0 || clinical_s < a.help_s) return
  a.helping = true
  say(a, 'assistant_here', tick)
}
