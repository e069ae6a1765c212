// The patient's voice: what is answered to what, and when it is heard.
import type { Transition } from '../../../src/sim/index.ts'
import type { PhraseId } from './phrases.ts'
import { layFlat } from './position.ts'
import type { PatientState, Speaker } from './state.ts'

/** From a phrase to its answer, ticks (0.8 s), and to a question that the patient adds (design values, placeholder). */
export const ANSWER_TICKS = 72
const ASK_TICKS = 225

/** What the patient answers; phrases that are not here are meant for others. */
export const ANSWERS: Readonly<Partial<Record<PhraseId, string>>> = {
  introduce: 'greets',
  identify: 'identity',
  explain: 'understands',
  consent: 'consents',
  reassure: 'calmer',
  lie_down: 'lies_down',
  tell_result: 'thanks',
  warn_signs: 'thanks',
  warn_glucose: 'thanks',
  warn_replacement: 'thanks',
  explain_no_steroid: 'accepts',
  explain_refer: 'accepts',
}

/** Phrases that calm, by how much of the fear is left; each once (design values, placeholder). */
const CALMS: Readonly<Partial<Record<PhraseId, number>>> = {
  introduce: 0.85,
  explain: 0.6,
  consent: 0.95,
  reassure: 0.7,
}

/** Puts a line into the queue. */
export function say(p: Speaker, line: string, tick: number): void {
  p.spoken.push({ line, tick })
}

function calm(p: PatientState, phrase: PhraseId): void {
  if (!p.told[phrase]) p.anxiety *= CALMS[phrase] ?? 1
  p.told[phrase] = true
}

/**
 * The patient hears a phrase of the learner.
 * @param asks this patient will ask for a steroid once the plan has been explained
 */
export function hear(p: PatientState, phrase: PhraseId, tick: number, asks: boolean): void {
  if (phrase === 'lie_down') layFlat(p)
  const answer = ANSWERS[phrase]
  const awake = p.episode !== 'fainted'
  if (answer !== undefined) say(p, awake ? answer : 'no_answer', tick + ANSWER_TICKS)
  if (!awake && answer !== undefined) return
  calm(p, phrase)
  if (phrase !== 'explain' || !asks || p.asked_steroid) return
  p.asked_steroid = true
  say(p, 'asks_steroid', tick + ASK_TICKS)
}

/** Lines whose time has come, as transitions, in the order of their times. */
export function speak(p: Speaker, subject: string, tick: number, transitions: Transition[]): void {
  if (p.spoken.length === 0) return
  const due = p.spoken.filter((s) => s.tick <= tick).sort((a, b) => a.tick - b.tick)
  p.spoken = p.spoken.filter((s) => s.tick > tick)
  for (const { line } of due) transitions.push({ kind: 'say', subject, object: line, values: {} })
}
