// A clumsy sweep through the crowded tray: the dearest seconds that an attempt can have.
import type { PackedTick, Session } from '../../src/sim/index.ts'
import { TRAY } from '../../scenes/orthopedic/knee-aspiration/instruments.ts'
import { ALONG_Z, Hands } from './hands.ts'
import { toolIndex } from './knee.ts'

/** Sweeps a fist, or a held haemostat, across the tray from one end to the other, and waits until all lies still. */
export function knockTray(session: Session, by: 'fist' | 'tool', seconds = 0.8): PackedTick[] {
  const hands = new Hands(session)
  const [x, y, z] = TRAY
  if (by === 'tool') {
    hands.grasp('left', toolIndex(session, 'haemostat'))
    hands.move('left', [x + 0.12, y + 0.08, z + 0.08], 30)
  } else {
    hands.left.pose = { p: [x - 0.3, y + 0.15, z - 0.05], q: ALONG_Z }
    hands.squeeze('left', 1)
  }
  hands.move('left', [x - 0.26, y + 0.022, z - 0.05], 30)
  hands.move('left', [x + 0.24, y + 0.022, z - 0.05], Math.round(seconds * 90))
  hands.move('left', [x + 0.24, y + 0.3, z + 0.1], 30)
  hands.wait(180)
  return hands.ticks
}
