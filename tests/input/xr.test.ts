import { describe, expect, it } from 'vitest'
import { distance, rotate, type Vec3 } from '../../scoring/math/index.ts'
import type { DeviceSample } from '../../src/input/deviceSample.ts'
import { XrReader, type XrOptions } from '../../src/input/xr.ts'
import { applyFrameRate, chooseFrameRate } from '../../src/input/xr/frameRate.ts'
import { JOINTS } from '../../src/input/xr/joints.ts'
import type { XrFrame, XrPose, XrSource } from '../../src/input/xr/webxr.ts'

const BASE = {}
const NONE = { p: [0, 0, 0], q: [0, 0, 0, 1] } as const
const HELD = { pose: NONE, grasp: NONE, needle: null, axis: [0, 0, 1], plunger: null } as const
const at = (p: Vec3, emulated = false): XrPose => ({
  transform: { position: { x: p[0], y: p[1], z: p[2] }, orientation: { x: 0, y: 0, z: 0, w: 1 } },
  emulatedPosition: emulated,
})

interface HandShape {
  /** Distance of thumb tip and index tip, m. */
  readonly gap: number
  /** 0 straight, 1 closed, of the other fingers. */
  readonly fist: number
  readonly origin?: Vec3
}

/** A right hand with the palm down: fingers along -z, thumb to the left, index tip meeting the thumb at `gap`. */
function joints({ gap, fist, origin = [0, 1, 0] }: HandShape): Map<string, Vec3> {
  const map = new Map<string, Vec3>([['wrist', [0, 0, 0]]])
  const x = { index: -0.03, middle: -0.01, ring: 0.01, pinky: 0.03 }
  for (const [finger, fx] of Object.entries(x)) {
    const names = ['metacarpal', 'phalanx-proximal', 'phalanx-intermediate', 'phalanx-distal', 'tip']
    const straight: Vec3[] = [0.02, 0.09, 0.13, 0.155, 0.175].map((z) => [fx, 0, -z])
    const closed: Vec3[] = [
      [fx, 0, -0.02],
      [fx, 0, -0.09],
      [fx, -0.04, -0.09],
      [fx, -0.04, -0.065],
      [fx, -0.02, -0.065],
    ]
    const share = finger === 'index' ? 0 : fist
    names.forEach((n, i) => {
      const [s, c] = [straight[i] ?? [0, 0, 0], closed[i] ?? [0, 0, 0]]
      const mixed = s.map((v, k) => v + ((c[k] ?? 0) - v) * share)
      map.set(`${finger}-finger-${n}`, [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0])
    })
  }
  const tip = map.get('index-finger-tip') ?? [0, 0, 0]
  const thumb: Record<string, Vec3> = {
    'thumb-metacarpal': [-0.03, 0, -0.03],
    'thumb-phalanx-proximal': [-0.05, 0, -0.06],
    'thumb-phalanx-distal': [-0.05, 0, -0.09],
    'thumb-tip': [tip[0] - gap, tip[1], tip[2]],
  }
  for (const [n, p] of Object.entries(thumb)) map.set(n, p)
  for (const [n, p] of map) map.set(n, [p[0] + origin[0], p[1] + origin[1], p[2] + origin[2]])
  return map
}

interface Scene {
  readonly controller?: { pose: XrPose | null; buttons: number[]; axes?: number[] }
  readonly hand?: Map<string, Vec3> | null
}

function frameOf(ms: number, scene: Scene): XrFrame {
  const grip = {}
  const sources: XrSource[] = []
  const { controller, hand } = scene
  if (controller) {
    const gamepad = { buttons: controller.buttons.map((value) => ({ value })), axes: controller.axes ?? [0, 0, 0, 0] }
    sources.push({ handedness: 'right', gripSpace: grip, gamepad })
  }
  if (hand !== undefined) sources.push({ handedness: 'right', hand: { get: (name) => ({ name }) } })
  return {
    session: { inputSources: sources },
    predictedDisplayTime: ms,
    getPose: (space) => (space === grip ? controller?.pose : undefined),
    getViewerPose: () => at([0, 1.6, 0]),
    getJointPose: (joint) => {
      const p = hand?.get((joint as { name: string }).name)
      return p && at(p)
    },
  }
}

function reader(options: Partial<XrOptions> = {}): (ms: number, scene: Scene) => DeviceSample {
  const xr = new XrReader({ tool: () => null, ...options })
  return (ms, scene) => xr.read(frameOf(ms, scene), BASE, ms)
}

describe('XrReader: controllers', () => {
  it('reads grip pose, trigger, grip and stick at the predicted display time', () => {
    const s = reader()(123, { controller: { pose: at([1, 2, 3]), buttons: [0.4, 0.7], axes: [0, 0, 0.1, -0.9] } })
    expect(s).toMatchObject({ time_ms: 123, head: { p: [0, 1.6, 0] }, left: { pose: null } })
    expect(s.right).toMatchObject({ pose: { p: [1, 2, 3] }, tracked: 2, trigger: 0.4, squeeze: 0.7, axis: [0.1, -0.9] })
  })

  it('says when a position is emulated, and null when the controller is lost', () => {
    const read = reader()
    expect(read(0, { controller: { pose: at([0, 0, 0], true), buttons: [] } }).right.tracked).toBe(1)
    expect(read(11, { controller: { pose: null, buttons: [0, 1] } }).right).toMatchObject({ pose: null, tracked: 0 })
    expect(read(22, {}).right.pose).toBeNull()
  })

  it('holds with the only button of a device that has one', () => {
    expect(reader()(0, { controller: { pose: at([0, 0, 0]), buttons: [1] } }).right.squeeze).toBe(1)
  })

  it('takes null for what a source does not have, as browsers give it', () => {
    const grip = {}
    const source: XrSource = { handedness: 'right', gripSpace: grip, gamepad: null, hand: null }
    const frame = { ...frameOf(0, {}), session: { inputSources: [source] }, getPose: () => at([1, 0, 0]) }
    const xr = new XrReader({ tool: () => null })
    expect(xr.read(frame, BASE, 0).right).toMatchObject({ pose: { p: [1, 0, 0] }, squeeze: 0 })
    expect(xr.inputClass()).toBe('controllers')
  })

  it('gives no input while the session is hidden', () => {
    const frame = frameOf(0, { controller: { pose: at([0, 0, 0]), buttons: [] } })
    const hidden = { ...frame, session: { ...frame.session, visibilityState: 'hidden' } }
    expect(new XrReader({ tool: () => null }).read(hidden, BASE, 0).right.pose).toBeNull()
  })

  it('switches the grip by a press when asked to', () => {
    const read = reader({ toggleGrip: true })
    const squeezes = [0, 1, 1, 0, 0, 1, 0].map(
      (v, i) => read(i * 11, { controller: { pose: at([0, 0, 0]), buttons: [0, v] } }).right.squeeze,
    )
    expect(squeezes).toEqual([0, 1, 1, 1, 1, 0, 0])
  })

  it('draws with the trigger, keeps the plunger there, injects with the stick forward: 5 mL/s at full', () => {
    const tool = { ...HELD, id: 'syringe', dial: 'plunger', plunger_ml: 2, capacity_ml: 20 } as const
    const read = reader({ tool: (side) => (side === 'right' ? tool : null) })
    let ms = 0
    const hold = (seconds: number, trigger: number, stick: number): number => {
      let ml = NaN
      for (let i = 0; i < seconds * 100; i++) {
        ms += 10
        const controller = { pose: at([0, 0, 0]), buttons: [trigger, 1], axes: [0, 0, 0, stick] }
        ml = read(ms, { controller }).right.dial?.plunger_ml ?? NaN
      }
      return ml
    }
    expect(hold(0.01, 0, 0)).toBe(2)
    expect(hold(1, 1, 0)).toBeCloseTo(7, 6)
    expect(hold(1, 0.1, 0.1)).toBeCloseTo(7, 6)
    expect(hold(0.5, 0, -1)).toBeCloseTo(4.5, 6)
    expect(hold(2, 0, -1)).toBe(0)
    expect(hold(6, 1, 0)).toBe(20)
  })

  it('runs a drill by the trigger and reverses it with the stick drawn back', () => {
    const read = reader({ tool: () => ({ ...HELD, id: 'drill', dial: 'speed', plunger_ml: 0, capacity_ml: 0 }) })
    const speed = (trigger: number, stick: number): number | undefined =>
      read(0, { controller: { pose: at([0, 0, 0]), buttons: [trigger, 1], axes: [0, 0, 0, stick] } }).right.dial?.speed
    expect([speed(1, 0), speed(1, 1), speed(0, 0)]).toEqual([1, -1, 0])
  })
})

describe('XrReader: bare hands', () => {
  const run = (read: ReturnType<typeof reader>, from: number, ms: number, shape: HandShape): DeviceSample => {
    let last = read(from, { hand: joints(shape) })
    for (let t = 10; t <= ms; t += 10) last = read(from + t, { hand: joints(shape) })
    return last
  }

  it('places the hand between thumb and index, -z to the thumb, +y to the wrist', () => {
    const s = reader()(0, { hand: joints({ gap: 0.06, fist: 0 }) })
    expect(distance(s.right.pose?.p ?? [9, 9, 9], [-0.06, 1, -0.175])).toBeLessThan(1e-9)
    const q = s.right.pose?.q ?? [0, 0, 0, 1]
    expect(rotate(q, [0, 0, -1])[0]).toBeLessThan(-0.95)
    expect(rotate(q, [0, 1, 0])[2]).toBeGreaterThan(0.95)
    expect(s.right.index).toEqual([-0.03, 1, -0.175])
    expect(Math.max(...(s.right.curl ?? [1]).slice(1))).toBeLessThan(0.01)
    expect(s.right.tracked).toBe(2)
  })

  it('closes below 20 mm, one sample after the place has settled, and stays closed between 20 and 35 mm', () => {
    const read = reader()
    expect(run(read, 0, 100, { gap: 0.021, fist: 0 }).right.squeeze).toBe(0)
    expect(read(110, { hand: joints({ gap: 0.019, fist: 0 }) }).right.squeeze).toBe(0)
    expect(read(120, { hand: joints({ gap: 0.019, fist: 0 }) }).right.squeeze).toBe(1)
    expect(run(read, 130, 1000, { gap: 0.034, fist: 0 }).right.squeeze).toBe(1)
  })

  it('lets go only after an open hand of 0.3 s, and a moment of closing starts that anew', () => {
    const read = reader()
    run(read, 0, 100, { gap: 0.01, fist: 0 })
    expect(run(read, 110, 290, { gap: 0.06, fist: 0 }).right.squeeze).toBe(1)
    run(read, 410, 0, { gap: 0.01, fist: 0 })
    expect(run(read, 420, 290, { gap: 0.06, fist: 0 }).right.squeeze).toBe(1)
    expect(run(read, 720, 20, { gap: 0.06, fist: 0 }).right.squeeze).toBe(0)
  })

  it('is lost as soon as a joint is missing, and comes back still gripping', () => {
    const read = reader()
    run(read, 0, 100, { gap: 0.01, fist: 0 })
    const part = joints({ gap: 0.01, fist: 0 })
    part.delete('ring-finger-tip')
    expect(read(110, { hand: part }).right).toMatchObject({ pose: null, tracked: 0 })
    for (let t = 120; t < 900; t += 10) read(t, { hand: null })
    expect(read(900, { hand: joints({ gap: 0.03, fist: 0 }) }).right.squeeze).toBe(1)
  })

  it('follows the wrist while a pinch opens: the held place does not run away with the fingers', () => {
    const read = reader()
    const closed = run(read, 0, 500, { gap: 0.01, fist: 0 }).right.pose?.p ?? [0, 0, 0]
    const opening = run(read, 510, 200, { gap: 0.08, fist: 0, origin: [0.1, 1, 0] }).right.pose?.p ?? [0, 0, 0]
    expect(distance(opening, [closed[0] + 0.1, closed[1], closed[2]])).toBeLessThan(1e-6)
  })

  it('grips with a fist, and pulls the trigger with the index', () => {
    const s = run(reader(), 0, 100, { gap: 0.08, fist: 1 })
    expect(s.right.squeeze).toBe(1)
    expect(s.right.trigger).toBeLessThan(0.05)
    expect(s.right.curl?.[3]).toBeGreaterThan(0.9)
  })

  it('reads all 25 joints', () => {
    expect(new Set(JOINTS).size).toBe(25)
  })

  it('prefers what is seen when a controller lies on the table', () => {
    const xr = new XrReader({ tool: () => null })
    const both: Scene = { controller: { pose: null, buttons: [] }, hand: joints({ gap: 0.06, fist: 0 }) }
    expect(xr.read(frameOf(0, both), BASE, 0).right.index).not.toBeNull()
    expect(xr.inputClass()).toBe('hands')
    const back: Scene = { controller: { pose: at([0, 0, 0]), buttons: [] }, hand: null }
    expect(xr.read(frameOf(11, back), BASE, 11).right.pose?.p).toEqual([0, 0, 0])
    expect(xr.inputClass()).toBe('controllers')
  })
})

describe('chooseFrameRate', () => {
  it.each([
    [[60, 72, 90, 120], 90],
    [[72, 80, 120], 80],
    [[72, 120], 72],
    [[60], null],
    [[120], null],
    [[], null],
    [undefined, null],
  ])('of %j takes %j', (rates, want) => {
    expect(chooseFrameRate(rates)).toBe(want)
  })

  it('takes the float that the browser gave, and lets a refusal be', async () => {
    const asked: number[] = []
    const session = {
      supportedFrameRates: Float32Array.of(72, 90, 120),
      updateTargetFrameRate: (r: number) => {
        asked.push(r)
        return Promise.resolve()
      },
    }
    expect(await applyFrameRate(session)).toBe(90)
    expect(asked).toEqual([90])
    const refusing = { ...session, updateTargetFrameRate: () => Promise.reject(new Error('hot')) }
    expect(await applyFrameRate(refusing)).toBeNull()
    expect(await applyFrameRate({})).toBeNull()
  })
})
