// From the controller to the room's store: often looked at, seldom written.
import { DesktopHands } from '../../input/index.ts'
import { type RoomShown, useRoom } from '../state/room.ts'
import type { RoomController } from './roomController.ts'

const rounded = (v: number, step: number): number => Math.round(v / step) * step

function statusOf(c: RoomController): RoomShown['status'] {
  const s = c.device.status()
  const more = c.device instanceof DesktopHands ? c.device.status() : { mode: 'glide' as const, slow: false }
  const { side, phase, holding, pierced, trigger, helper, exchange } = s
  return { side, phase, holding, pierced, trigger, helper, exchange, mode: more.mode, slow: more.slow }
}

/** What the bars show now, in the grain in which people read it. */
export function lookAt(c: RoomController): RoomShown {
  const { names, run, begun } = c
  const instruments = begun.session.procedure.instruments
  const held = (side: string): string | null => instruments[names.scalar(`${side}.holding`)]?.id ?? null
  const status = statusOf(c)
  const tool = instruments.find((i) => i.id === status?.holding)
  return {
    phase: run.state,
    status,
    left: held('left'),
    right: held('right'),
    hasPlunger: tool?.syringe !== undefined,
    plunger_ml: tool ? rounded(names.scalar(`${tool.id}.plunger_ml`), 0.1) : 0,
    fluid_ml: tool ? rounded(names.scalar(`${tool.id}.fluid_ml`), 0.1) : 0,
    clinical_s: Math.floor(names.scalar('clinical_s')),
    motion_s: Math.floor(run.session.state.tick / 90),
    safe_s: Math.floor(begun.keeper.row.ticks / 90),
    force_n: tool ? rounded(names.scalar(`${tool.id}.force_n`), 0.1) : 0,
  }
}

/** Writes the store when anything that is shown has changed; call at most ten times a second. */
export function publish(c: RoomController): void {
  const { shown, show, set, open, panel } = useRoom.getState()
  const now = lookAt(c)
  if (JSON.stringify(now) !== JSON.stringify(shown)) show(now)
  const note = c.notes.splice(0).at(-1)
  if (note) set({ note })
  if (c.run.error !== null && useRoom.getState().runError === null) set({ runError: c.run.error })
  for (const request of c.requests.splice(0)) {
    if (request === 'pause') c.pause()
    else if (
      request === 'do' ||
      request === 'put' ||
      request === 'talk' ||
      request === 'wait' ||
      request === 'view' ||
      request === 'help'
    )
      open(panel === request ? 'none' : request)
    else open('tools')
  }
}
