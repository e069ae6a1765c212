// Syringes come off needles: the button for it, and the helper hand at the hub.
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { RoomController } from '../live/roomController.ts'
import { useRoom } from '../state/room.ts'
import { exchangeName, holdHubName } from './words.ts'

/** The procedure has syringes whose needles come off. */
export function hasExchange({ begun }: RoomController): boolean {
  return begun.bench.procedure.instruments.some((i) => i.nozzle !== undefined)
}

/** Takes the syringe in the working hand off its needle, or puts it on; enabled when that would do something. */
export function ExchangeButton({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const act = useRoom((s) => s.shown.status?.exchange?.act)
  if (!hasExchange(controller)) return null
  return (
    <button type="button" disabled={act === undefined} onClick={() => controller.device.exchange()}>
      {exchangeName(i18n, act)}
      <kbd aria-hidden="true">X</kbd>
    </button>
  )
}

/** Tells the helper hand to hold the hub of the needle that is in the patient. */
export function HoldHubButton({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const on = useRoom((s) => s.shown.status?.helper.verb === 'hold' && s.shown.status.helper.target === 'hub')
  if (!hasExchange(controller) || !controller.begun.bench.procedure.helperTargets.includes('hub')) return null
  return (
    <button type="button" aria-pressed={on} onClick={() => controller.device.helper('hold', 'hub')}>
      {holdHubName(i18n)}
      <kbd aria-hidden="true">Z</kbd>
    </button>
  )
}
