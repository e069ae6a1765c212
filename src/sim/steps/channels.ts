import { foldNumber } from '../../../scoring/math/index.ts'
import { SimError } from '../errors.ts'
import type { Session } from '../session.ts'
import { TICK_HZ } from '../tick.ts'

/** Samples every channel whose turn it is; a sample that is no number stops the attempt. */
export function sampleChannels(session: Session): void {
  for (const channel of session.procedure.channels) {
    if (session.state.tick % (TICK_HZ / channel.hz) !== 0) continue
    const value = channel.read(session)
    if (!Number.isFinite(value)) {
      throw new SimError('non-finite-state', `channel ${channel.name} = ${value}`, session.state.tick)
    }
    const sample = Math.round(value / channel.step)
    foldNumber(session.state.testimony, sample)
    session.channels[channel.name]?.push(sample)
  }
}
