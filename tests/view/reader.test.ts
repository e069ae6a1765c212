import { Matrix4, Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { Pose } from '../../scoring/math/index.ts'
import { createViewState, poseIndex, scalarIndex, writePose, type ViewLayout } from '../../src/sim/viewState.ts'
import type { ViewFeed } from '../../src/view/frame/feed.ts'
import type { Instrument } from '../../src/sim/procedure.ts'
import { toolMatrix } from '../../src/view/frame/assembly.ts'
import { createFrame, handMatrix } from '../../src/view/frame/reader.ts'

const layout: ViewLayout = {
  version: 1,
  poses: ['head', 'left', 'right', 'tool'],
  scalars: ['left.holding', 'right.holding', 'tool.inserted', 'tool.depth_mm'].map((name) => ({
    name,
    unit: '1',
    step: 1,
  })),
}
const TOOLS = [{ id: 'tool' } as Instrument]
const AHEAD: Pose['q'] = [0, 0, 0, 1]

interface Given {
  readonly x: number
  readonly depth?: number
  readonly holding?: number
  readonly inserted?: number
}

function state({ x, depth = 0, holding = -1, inserted = 0 }: Given) {
  const view = createViewState(layout)
  for (const name of layout.poses) writePose(view, poseIndex(layout, name), { p: [x, 0, 0], q: AHEAD })
  writePose(view, poseIndex(layout, 'tool'), { p: [x + 0.1, 0, 0], q: AHEAD })
  view.scalars[scalarIndex(layout, 'left.holding')] = -1
  view.scalars[scalarIndex(layout, 'right.holding')] = holding
  view.scalars[scalarIndex(layout, 'tool.inserted')] = inserted
  view.scalars[scalarIndex(layout, 'tool.depth_mm')] = depth
  return view
}

function frameOf(feed: Omit<ViewFeed, 'layout'>) {
  const frame = createFrame({ layout, ...feed })
  frame.advance()
  return frame
}

const placeOf = (m: Matrix4): number => new Vector3().setFromMatrixPosition(m).x

describe('a frame of a feed', () => {
  it('lies between the two ticks by alpha', () => {
    const frame = frameOf({
      previous: () => state({ x: 0, depth: 4 }),
      latest: () => state({ x: 1, depth: 8 }),
      alpha: () => 0.25,
    })
    const m = new Matrix4()
    expect(frame.matrix('head', m)).toBe(true)
    expect(placeOf(m)).toBeCloseTo(0.25, 6)
    expect(frame.scalar('tool.depth_mm')).toBeCloseTo(5, 6)
    expect(frame.index('tool.depth_mm')).toBe(8)
  })

  it('turns poses the short way', () => {
    const half = state({ x: 0 })
    writePose(half, 0, { p: [0, 0, 0], q: [0, -Math.sin(0.2), 0, -Math.cos(0.2)] })
    const frame = frameOf({ previous: () => state({ x: 0 }), latest: () => half, alpha: () => 0.5 })
    const m = new Matrix4()
    frame.matrix('head', m)
    const q = new Quaternion().setFromRotationMatrix(m)
    expect(q.angleTo(new Quaternion())).toBeCloseTo(0.2, 6)
  })

  it('says that it lacks a name instead of failing', () => {
    const frame = frameOf({ latest: () => state({ x: 0 }) })
    expect(frame.matrix('patella', new Matrix4())).toBe(false)
    expect(frame.scalar('heart_rate')).toBe(0)
    expect(frame.hasScalar('heart_rate')).toBe(false)
  })
})

describe('what a hand holds', () => {
  const newestHand = (): Pose => ({ p: [2, 0, 0], q: AHEAD })

  it('is drawn with the newest hand while it is in air', () => {
    const frame = frameOf({ latest: () => state({ x: 1, holding: 0 }), newestHand })
    const m = new Matrix4()
    handMatrix(frame, 'right', m)
    expect(placeOf(m)).toBe(2)
    toolMatrix(frame, TOOLS, 0, m)
    expect(placeOf(m)).toBeCloseTo(2.1, 6)
  })

  it('stays where the simulation has it once it is in tissue', () => {
    const frame = frameOf({ latest: () => state({ x: 1, holding: 0, inserted: 1 }), newestHand })
    const m = new Matrix4()
    toolMatrix(frame, TOOLS, 0, m)
    expect(placeOf(m)).toBeCloseTo(1.1, 6)
  })
})
