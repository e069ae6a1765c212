import { updateHand, type Scene } from '../hands/grasp.ts'
import type { Session, TickFrame } from '../session.ts'
import type { TickInput } from '../tick.ts'

/** What grasping needs of a session. */
export function sceneOf(session: Session): Scene {
  return { hands: session.state.hands, tools: session.state.tools, instruments: session.procedure.instruments }
}

/** Takes over the hands of this tick; takes and releases tools. */
export function moveHands(session: Session, input: TickInput, frame: TickFrame): void {
  const scene = sceneOf(session)
  frame.transitions.push(...updateHand(scene, 0, input.left), ...updateHand(scene, 1, input.right))
  if (input.head) session.presence.head = input.head
}
