import { updateHand, type Scene } from '../hands/grasp.ts'
import type { Fixture } from '../procedure.ts'
import type { Session, TickFrame } from '../session.ts'
import type { TickInput } from '../tick.ts'
import { assemblyOf, bodyOf } from '../tools/mounted.ts'

/** What grasping needs of a session. */
export function sceneOf(session: Session): Scene {
  return { hands: session.state.hands, tools: session.state.tools, instruments: session.procedure.instruments }
}

/** Height above a container's rim within which a thing let go falls in, m (detection limit). */
const BIN_REACH_M = 0.25

function over(bin: Fixture, p: readonly [number, number, number]): boolean {
  return bin.boxes.some(({ half, at }) => {
    const [x, y, z] = [p[0] - bin.at[0] - at[0], p[1] - bin.at[1] - at[1], p[2] - bin.at[2] - at[2]]
    return Math.abs(x) <= half[0] && Math.abs(z) <= half[2] && y > -half[1] && y < half[1] + BIN_REACH_M
  })
}

/** What comes loose above a container is in it: at rest, out of everybody's way. */
export function fillBin(session: Session, index: number, frame: TickFrame): void {
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  if (!tool || !instrument || tool.mode !== 'loose') return
  const tip = assemblyOf(session, index).tipAt
  const bin = session.procedure.fixtures.find((f) => f.bin && (over(f, tool.p) || over(f, tip)))
  if (!bin) return
  Object.assign(tool, {
    mode: 'rest',
    on: bin.id,
    p: [bin.at[0], bin.at[1] - 1, bin.at[2]],
    v: [0, 0, 0],
    w: [0, 0, 0],
  })
  frame.transitions.push({ kind: 'place', subject: instrument.id, site: bin.id, values: {} })
}

function fillBins(session: Session, frame: TickFrame, since: number): void {
  for (const t of frame.transitions.slice(since)) {
    const index = session.procedure.instruments.findIndex((i) => i.id === t.object)
    if (t.kind === 'detach') fillBin(session, bodyOf(session.state.tools, index), frame)
  }
}

/** Takes over the hands of this tick; takes and releases tools. */
export function moveHands(session: Session, input: TickInput, frame: TickFrame): void {
  const scene = sceneOf(session)
  const since = frame.transitions.length
  frame.transitions.push(...updateHand(scene, 0, input.left), ...updateHand(scene, 1, input.right))
  fillBins(session, frame, since)
  if (input.head) session.presence.head = input.head
}
