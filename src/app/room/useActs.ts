import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { Exchange } from '../../input/index.ts'
import { useRoom } from '../state/room.ts'

export type Act = readonly [control: string, does: string]

function usePress(touch: boolean): string {
  const { i18n } = useLingui()
  const status = useRoom((s) => s.shown.status)
  if (status?.helper.pending) return i18n._({ id: 'act.place', message: 'chooses where the helper hand works' })
  if (status?.phase === 'reach' || status?.phase === 'grasp') return i18n._({ id: 'act.taking', message: 'taking it…' })
  if (status?.phase === 'carry' || status?.phase === 'open')
    return i18n._({ id: 'act.carrying', message: 'putting it away…' })
  if (status?.pierced) return i18n._({ id: 'act.inTissue', message: 'the needle is in: sideways is locked' })
  if (status?.holding && touch)
    return i18n._({ id: 'act.finger', message: 'drag leads the tip, stay brings it down; a tap chooses' })
  if (status?.holding) return i18n._({ id: 'act.touch', message: 'brings the tip down; on the tray: puts it back' })
  return i18n._({ id: 'act.take', message: 'takes an instrument; on the skin: feels' })
}

function useWheel(touch: boolean): string {
  const { i18n } = useLingui()
  const plunger = useRoom((s) => s.shown.hasPlunger)
  if (plunger && touch) return i18n._({ id: 'act.plungerRail', message: 'down draws, up injects' })
  return plunger
    ? i18n._({ id: 'act.plunger', message: 'towards you draws, away injects' })
    : i18n._({ id: 'act.noWheel', message: 'nothing here' })
}

function exchangeDoes(i18n: I18n, act: Exchange['act']): string {
  if (act === 'off') return i18n._({ id: 'act.off', message: 'takes the syringe off its needle' })
  if (act === 'on') return i18n._({ id: 'act.on', message: 'puts it on the needle' })
  return i18n._({ id: 'act.near', message: 'brings it to the needle; or press the hub' })
}

/** Controls and what they do at this moment. */
export function useActs(touch: boolean): readonly Act[] {
  const { i18n } = useLingui()
  const press = usePress(touch)
  const wheel = useWheel(touch)
  const holding = useRoom((s) => s.shown.status?.holding !== null && s.shown.status !== null)
  const exchange = useRoom((s) => s.shown.status?.exchange?.act)
  const push = i18n._({ id: 'act.push', message: 'pushes in; back: withdraws' })
  const tilt = i18n._({ id: 'act.tilt', message: 'tilts about the tip' })
  const trigger = i18n._({ id: 'act.trigger', message: 'trigger' })
  if (touch) {
    return [
      [i18n._({ id: 'key.finger', message: 'Finger' }), press],
      [i18n._({ id: 'key.rightRail', message: 'Right rail' }), push],
      [i18n._({ id: 'key.leftRail', message: 'Left rail' }), wheel],
    ]
  }
  const base: Act[] = [
    [i18n._({ id: 'key.press', message: 'Press' }), press],
    [i18n._({ id: 'key.wheel', message: 'Wheel' }), wheel],
    [i18n._({ id: 'key.space', message: 'Space' }), trigger],
  ]
  if (!holding) return base
  return [
    ...base,
    ...(exchange ? [[i18n._({ id: 'key.x', message: 'X' }), exchangeDoes(i18n, exchange)] as const] : []),
    [i18n._({ id: 'key.d', message: 'D + mouse' }), push],
    [i18n._({ id: 'key.a', message: 'A + mouse' }), tilt],
  ]
}
