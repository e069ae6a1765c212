// What is sterile in this room: the field about the portal, the swabs and their bowl, the marker.
import type { Session, Transition } from '../../../src/sim/index.ts'
import { skinNormal } from '../../../src/sim/tools/contact.ts'
import {
  act,
  asepsis,
  createAsepsisState,
  type Act,
  type AsepsisConfig,
  type AsepsisState,
} from '../../common/asepsis/index.ts'
import { instruments } from './instruments.ts'
import type { KneeState } from './state.ts'

const ACTS: readonly string[] = ['hand_rub', 'gloves', 'drape', 'open_pack', 'remove_gloves']

/** The region to prepare lies about the point that was marked, or else about the usual portal. */
export const sterility: AsepsisConfig<KneeState> = {
  centre: (session) => {
    const s = session.state.procedure
    const at = s.palpation.mark ?? session.anatomy.landmarks['portal_superolateral'] ?? [0, 0, 0]
    return { p: at, n: skinNormal(session.anatomy, at).n }
  },
  swabs: ['swab-1', 'swab-2', 'swab-3'],
  bowl: 'bowl',
  unsterile: ['marker'],
  bareHandled: ['swab-1', 'swab-2', 'swab-3', 'marker'],
  skinWork: ['dressing', 'marker', 'gauze-1', 'gauze-2', 'gauze-3', 'gauze-4', 'gauze-5'],
}

export function freshAsepsis(): AsepsisState {
  return createAsepsisState(sterility, instruments)
}

export const keepSterile = asepsis(sterility, (s) => s.asepsis)

/** An act of preparation, as far as sterility knows it. */
export function preparation(session: Session<KneeState>, what: string, out: Transition[]): void {
  if (ACTS.includes(what)) out.push(...act(session.state.procedure.asepsis, what as Act))
}
