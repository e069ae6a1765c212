// Words of the room that several of its parts use.
import type { I18n } from '@lingui/core'
import type { Exchange } from '../../input/index.ts'
import type { Procedure, Verb } from '../../sim/index.ts'
import { say } from '../i18n.ts'

export function verbName(i18n: I18n, verb: Verb): string {
  return {
    hold: i18n._({ id: 'verb.hold', message: 'Hold' }),
    press: i18n._({ id: 'verb.press', message: 'Press' }),
    spread: i18n._({ id: 'verb.spread', message: 'Spread the skin' }),
    steady: i18n._({ id: 'verb.steady', message: 'Steady' }),
    pass: i18n._({ id: 'verb.pass', message: 'Pass' }),
    rest: i18n._({ id: 'verb.rest', message: 'Rest' }),
  }[verb]
}

/** A place where the helper hand can work; an id that has no word here is shown as it is. */
export function targetName(i18n: I18n, target: string): string {
  const names: Readonly<Record<string, string>> = {
    patella: i18n._({ id: 'target.patella', message: 'kneecap' }),
    pouch: i18n._({ id: 'target.pouch', message: 'above the kneecap' }),
    hub: i18n._({ id: 'target.hub', message: 'needle hub' }),
  }
  return names[target] ?? target
}

export function instrumentName(procedure: Procedure, id: string): string {
  const found = procedure.instruments.find((i) => i.id === id)
  return found ? say(found.title) : id
}

/** A container of the room; an id that has no word here is shown as it is. */
export function fixtureName(i18n: I18n, id: string): string {
  const names: Readonly<Record<string, string>> = {
    sharps_box: i18n._({ id: 'fixture.sharps', message: 'Sharps box' }),
    waste: i18n._({ id: 'fixture.waste', message: 'Waste bin' }),
  }
  return names[id] ?? id
}

export function sideName(i18n: I18n, side: 'left' | 'right'): string {
  return side === 'left'
    ? i18n._({ id: 'side.left', message: 'Left hand' })
    : i18n._({ id: 'side.right', message: 'Right hand' })
}

/** What the exchange of needles would do now, as the label of its button; without one, what it is for. */
export function exchangeName(i18n: I18n, act: Exchange['act'] | undefined): string {
  if (act === 'on') return i18n._({ id: 'exchange.on', message: 'Put the syringe on' })
  if (act === 'near') return i18n._({ id: 'exchange.near', message: 'Bring it to the needle' })
  return i18n._({ id: 'exchange.off', message: 'Take the syringe off' })
}

export const holdHubName = (i18n: I18n): string => i18n._({ id: 'exchange.hold', message: 'Hold the hub' })
