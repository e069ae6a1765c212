// Many attempts in one process: static counters of the physics library must never reach an attempt.
import { stateDigest, stepTick } from '../../src/sim/index.ts'
import { fakeKneeSession } from './knee.ts'
import { knockTray } from './knock.ts'
import { playWild } from './randomInput.ts'

/** An attempt full of collisions; its last digest. */
function whole(): string {
  const session = fakeKneeSession(11)
  knockTray(session, 'fist')
  playWild(session, 11, 270)
  return stateDigest(session)
}

/** Plays one attempt, then `count` - 2 of one second each, then the first again. */
export function manyAttempts(count: number): { readonly first: string; readonly last: string } {
  const first = whole()
  const made = fakeKneeSession(1)
  const second = playWild(made, 1, 90)
  for (let i = 1; i < count - 1; i++) {
    const session = fakeKneeSession(1)
    for (const t of second) stepTick(session, t)
  }
  return { first, last: whole() }
}
