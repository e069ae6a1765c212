// How an attempt is called in a list.
import type { I18n } from '@lingui/core'
import { procedures } from '../../../scenes/index.ts'
import { say } from '../i18n.ts'
import type { AttemptRow } from '../outbox/index.ts'

/** Title of the procedure; its id when this page does not have it. */
export function procedureName(id: string): string {
  const found = procedures.find((p) => p.id === id)
  return found ? say(found.title) : id
}

/** Title of the procedure, and of the drill when it is one. */
export function attemptName(of: Pick<AttemptRow, 'procedure' | 'drill'>): string {
  const drill = procedures.find((p) => p.id === of.procedure)?.drills?.find((d) => d.id === of.drill)
  const name = procedureName(of.procedure)
  return of.drill === undefined ? name : `${name} · ${drill ? say(drill.title) : of.drill}`
}

/** Title of the case. */
export function caseName(of: Pick<AttemptRow, 'procedure' | 'case'>): string {
  const found = procedures.find((p) => p.id === of.procedure)?.cases.find((c) => c.id === of.case)
  return found ? say(found.title) : of.case
}

/** Day and minute in the reader's own way of writing them. */
export function when(i18n: I18n, utc: string): string {
  return i18n.date(utc, { dateStyle: 'medium', timeStyle: 'short' })
}

/** Minutes and seconds, as on a clock. */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds))
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`
}

export function modeName(i18n: I18n, mode: AttemptRow['mode']): string {
  return {
    guided: i18n._({ id: 'mode.guided', message: 'Guided' }),
    practice: i18n._({ id: 'mode.practice', message: 'Practice' }),
    exam: i18n._({ id: 'mode.exam', message: 'Exam' }),
  }[mode]
}

/** With what it was done; `raw` is the recorded input class. */
export function inputName(i18n: I18n, raw: string): string {
  const names: Readonly<Record<string, string>> = {
    mouse: i18n._({ id: 'input.mouse', message: 'mouse' }),
    touch: i18n._({ id: 'input.touch', message: 'touch' }),
    controllers: i18n._({ id: 'input.controllers', message: 'headset, controllers' }),
    hands: i18n._({ id: 'input.hands', message: 'headset, bare hands' }),
    buttons: i18n._({ id: 'input.buttons', message: 'step buttons' }),
  }
  return names[raw] ?? raw
}
