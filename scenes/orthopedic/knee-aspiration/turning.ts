// Whether a needle is held to its line: its angle to the axis with which it pierced the skin.
import { rotate } from '../../../scoring/math/index.ts'
import type { ChannelDef, Session } from '../../../src/sim/index.ts'
import { turnedOf } from '../../../src/sim/tissue/needle.ts'
import type { KneeState } from './state.ts'

const DEGREES = 57.29577951308232

/** Angle of the needle that is in the knee to its axis at the skin, degrees; 0 while none is. */
function turned(session: Session<KneeState>): number {
  const tool = session.state.tools.find((t) => t.needle?.inserted === true)
  return tool?.needle ? turnedOf(tool.needle, rotate(tool.q, [0, 0, 1])) * DEGREES : 0
}

export const turning: ChannelDef<KneeState> = { name: 'turned_deg', unit: 'deg', hz: 30, step: 0.1, read: turned }
