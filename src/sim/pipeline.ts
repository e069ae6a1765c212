// The order of a tick, in one place (SPEC S6). Nothing else decides what runs when.
import type { Session, TickFrame } from './session.ts'
import { DT, type TickInput } from './tick.ts'
import { advanceClock } from './steps/clock.ts'
import { obeyCommands } from './steps/commands.ts'
import { moveHands } from './steps/hands.ts'
import { holdTools } from './steps/held.ts'
import { stepLoose } from './steps/loose.ts'
import { testify } from './steps/testify.ts'
import { sampleChannels } from './steps/channels.ts'

export type Step = (session: Session, input: TickInput, frame: TickFrame) => void

/** Commands first (a wait must act before the hands of its tick), evidence and samples last. */
export const PIPELINE: readonly (readonly [string, Step])[] = [
  ['anatomy', (s) => s.procedure.poseAnatomy(s)],
  ['commands', obeyCommands],
  ['clock', (s) => advanceClock(s, DT)],
  ['hands', moveHands],
  ['held tools and tissue', holdTools],
  ['loose tools', stepLoose],
  ['systems of the procedure', (s, input, frame) => runSystems(s, input, frame)],
  ['evidence', testify],
  ['channels', sampleChannels],
]

function runSystems(session: Session, input: TickInput, frame: TickFrame): void {
  for (const system of session.procedure.systems) system.advance(session, input, frame.transitions)
}
