// Whether an event uses only the words that its procedure declared (SPEC G3). The tests of every procedure run it.
import { KINDS, type EvidenceEvent, type EvidenceWords, type ValueWord } from './evidence.ts'
import { show } from './parse.ts'

/**
 * `value` on the grid of `step`, as a decimal rounds it: 0.07 / 0.01 is not 7, and 3 * 0.1 is not 0.3.
 * @example roundToStep(1.23456, 0.01) // 1.23
 */
export function roundToStep(value: number, step: number): number {
  const per = Math.round(1 / step)
  // a step such as 0.01 is not a double: multiply by the whole number 100, divide by it
  const n =
    step < 1 && Math.abs(per * step - 1) < 1e-9 ? Math.round(value * per) / per : Math.round(value / step) * step
  return n === 0 ? 0 : n
}

function wordError(word: string | undefined, at: string, known: readonly string[], what: string): string[] {
  if (word === undefined || known.includes(word)) return []
  return [`${at}: got ${show(word)}, expected one of the declared ${what}; declare it in the manifest`]
}

function numberErrors(value: number, at: string, word: ValueWord | undefined): string[] {
  if (!word) return [`${at}: the number is not declared; add it to "values" with unit and step`]
  if (!Number.isFinite(value)) return [`${at}: got ${value}, expected a finite number`]
  const grid = roundToStep(value, word.step)
  const off = Math.abs(value - grid) > 1e-9 * Math.max(1, Math.abs(value))
  return off ? [`${at}: got ${value}, expected a multiple of ${word.step} ${word.unit} such as ${grid}`] : []
}

function valueErrors(words: EvidenceWords, key: string, value: number | string | boolean, at: string): string[] {
  if (typeof value === 'number')
    return numberErrors(value, at, Object.hasOwn(words.values, key) ? words.values[key] : undefined)
  if (typeof value === 'boolean') return wordError(key, at, words.flags, 'flags')
  const known = Object.hasOwn(words.texts, key) ? words.texts[key] : undefined
  if (!known) return [`${at}: the text is not declared; add its list to "texts"`]
  return wordError(value, at, known, `texts of "${key}"`)
}

function clockErrors(e: EvidenceEvent): string[] {
  const tick = Number.isInteger(e.tick) && e.tick >= 0
  const clock = Number.isFinite(e.clinical_s) && e.clinical_s >= 0
  return [
    ...(tick ? [] : [`tick: got ${e.tick}, expected a whole number from 0`]),
    ...(clock ? [] : [`clinical_s: got ${e.clinical_s}, expected seconds from 0`]),
  ]
}

/**
 * Errors of one event against the manifest's words, each beginning with the path inside the event; empty = valid.
 * @example validateEvidence(words, event) // ['values.depth_mm: got 1.234, expected a multiple of 0.01 mm such as 1.23']
 */
export function validateEvidence(words: EvidenceWords, event: EvidenceEvent): string[] {
  const kind = KINDS.includes(event.kind) ? [] : [`kind: got ${show(event.kind)}, expected one of ${KINDS.join(', ')}`]
  const values = Object.entries(event.values).flatMap(([key, v]) => valueErrors(words, key, v, `values.${key}`))
  return [
    ...clockErrors(event),
    ...kind,
    ...wordError(event.subject, 'subject', words.subjects, 'subjects'),
    ...wordError(event.object, 'object', words.objects, 'objects'),
    ...wordError(event.site, 'site', words.sites, 'sites'),
    ...values,
  ]
}
