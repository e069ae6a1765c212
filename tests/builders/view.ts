// Views for tests: a room of instruments at rest, two hands and two tools that move.
import { stream, uniform } from '../../scoring/math/index.ts'
import { createViewState, writePose, type TickInput, type ViewLayout, type ViewState } from '../../src/sim/index.ts'
import { makeMotion } from './motion.ts'

const INSTRUMENTS = 30

export const ROOM: ViewLayout = {
  version: 1,
  poses: ['head', 'left', 'right', ...Array.from({ length: INSTRUMENTS }, (_, i) => `tool_${i}`), 'femur', 'tibia'],
  scalars: [
    ...['left', 'right'].flatMap((h) => [
      { name: `${h}.holding`, unit: 'index', step: 1 },
      { name: `${h}.squeeze`, unit: '1', step: 0.01 },
      { name: `${h}.force_n`, unit: 'N', step: 0.01 },
    ]),
    ...Array.from({ length: 12 }, (_, i) => [
      { name: `tool_${i}.depth_mm`, unit: 'mm', step: 0.05 },
      { name: `tool_${i}.force_n`, unit: 'N', step: 0.01 },
      { name: `tool_${i}.layer`, unit: 'index', step: 1 },
    ]).flat(),
    { name: 'clinical_s', unit: 's', step: 1 },
  ],
}

function put(view: ViewState, input: TickInput, tick: number): void {
  const { left, right, head } = input
  if (head) writePose(view, 0, head)
  if (left.pose) for (const i of [1, 3]) writePose(view, i, left.pose)
  if (right.pose) for (const i of [2, 4]) writePose(view, i, right.pose)
  const depth = right.pose ? Math.max(0, 100 * right.pose.p[1]) : 0
  view.scalars.set([
    0,
    left.squeeze,
    left.squeeze * 3,
    1,
    right.squeeze,
    right.squeeze * 3,
    depth,
    depth * 0.4,
    Math.floor(depth / 4),
  ])
  view.scalars[ROOM.scalars.length - 1] = Math.floor(tick / 90)
}

/** Views at ticks 0, 3, 6 ... of so many seconds; each is its own. */
export function makeViews(seconds: number, seed: number): ViewState[] {
  const s = stream(seed, 'room')
  const view = createViewState(ROOM)
  for (let i = 0; i < ROOM.poses.length; i++) {
    writePose(view, i, { p: [uniform(s, -0.5, 0.5), 0, uniform(s, -0.5, 0.5)], q: [0, 0, 0, 1] })
  }
  const views: ViewState[] = []
  makeMotion({ seconds, seed }).forEach((input, tick) => {
    if (tick % 3 !== 0) return
    put(view, input, tick)
    views.push({ tick, poses: view.poses.slice(), scalars: view.scalars.slice() })
  })
  return views
}
