// Whoever assists: told beforehand what to watch for, help comes soon; surprised, it comes late.
import type { AssistantState } from './state.ts'

/** From the call to help at the couch, clinical s (design values, placeholder). */
export const HELP_BRIEFED_S = 30
export const HELP_UNBRIEFED_S = 90

/** The assistant hears a phrase. @param started a needle has been in already: too late for a briefing to count */
export function assist(a: AssistantState, phrase: string, at: { clinical_s: number; started: boolean }): void {
  if (phrase === 'brief_assistant' && !at.started) a.briefed = true
  if (phrase !== 'call_help' || a.called_s >= 0) return
  a.called_s = at.clinical_s
  a.help_s = at.clinical_s + (a.briefed ? HELP_BRIEFED_S : HELP_UNBRIEFED_S)
}

/** Help arrives when the clinical clock has come so far. */
export function arrive(a: AssistantState, clinical_s: number): void {
  if (a.help_s >= 0 && clinical_s >= a.help_s) a.helping = true
}
