import { describe, expect, it } from 'vitest'
import { clonePlain } from '../../../src/sim/snapshot.ts'
import { withdrawn } from '../../../src/sim/tools/hold.ts'
import { lateralTravel } from '../../../src/sim/tissue/sweep.ts'
import { turnedOf, type Tissue } from '../../../src/sim/tissue/needle.ts'
import { axisOf } from '../../../src/sim/tools/needleRows.ts'
import { multiply, rotate, scale, type Pose } from '../../../scoring/math/index.ts'
import {
  DOWN,
  NEEDLE_TIP,
  SLAB_LAWS,
  drive,
  needleRig,
  slabField,
  slabTissue,
  tipOf,
  type Rig,
} from '../../builders/slab.ts'

/** The slab with cartilage instead of bone under the fluid. */
function withCartilage(): Tissue {
  const cartilage = { ...(SLAB_LAWS[3] ?? { mark: 'placeholder' as const }), ...CARTILAGE }
  return {
    field: { ...slabField(), layers: ['air', 'skin', 'fat', 'capsule', 'effusion', 'cartilage'] },
    laws: SLAB_LAWS.map((l, i) => (i === 5 ? cartilage : l)),
  }
}
const CARTILAGE = { stiffness_n_m: 8000, rupture_n: 4.5, cutting_n: 3.5, friction_n_m: 150 }

interface Key {
  readonly at: number
  readonly depth: number
  /** Tilt of the needle about the hole in the skin, rad. */
  readonly tilt?: number
}

/** Hand that holds the needle through the hole at the origin, its tip `depth` deep if nothing resists. */
function held(depth: number, tilt: number): Pose {
  const q = multiply([0, 0, Math.sin(tilt / 2), Math.cos(tilt / 2)], DOWN)
  return { p: scale(rotate(q, [0, 0, 1]), depth - NEEDLE_TIP[2]), q }
}

/** Hand that goes from key to key (s, m, rad), straight. */
function through(keys: readonly Key[]): (t: number) => Pose {
  return (t) => {
    const next = keys.findIndex((k) => k.at > t)
    const b = keys[next < 0 ? keys.length - 1 : next]
    const a = keys[next < 0 ? keys.length - 1 : Math.max(0, next - 1)]
    if (!a || !b) throw new RangeError('no keys')
    const u = b.at > a.at ? (t - a.at) / (b.at - a.at) : 0
    return held(a.depth + (b.depth - a.depth) * u, (a.tilt ?? 0) + ((b.tilt ?? 0) - (a.tilt ?? 0)) * u)
  }
}

const STIFF = { stiffness_n_m: 2000, angular_nm_rad: 6, limit_n: 80, limit_nm: 2 }
const rigOf = (tissue: Tissue = slabTissue()): Rig => needleRig({ tissue, coupling: STIFF })

function play(rig: Rig, keys: readonly Key[]): Rig {
  drive(rig, through(keys), keys.at(-1)?.at ?? 0, (_, log) => {
    if (log.left) withdrawn(rig.needle)
  })
  return rig
}

const IN = [
  { at: 0, depth: -0.01 },
  { at: 1.6, depth: 0.022 },
] as const
const TILT = 0.2
const OUT = { at: 4.5, depth: -0.02 }

describe('a needle in cartilage', () => {
  it('S13.8: has scored it once, and still has when it is withdrawn', () => {
    const rig = play(rigOf(withCartilage()), [IN[0], { at: 2.5, depth: 0.034 }, OUT])
    expect(rig.needle.inserted).toBe(false)
    expect(rig.needle.scored).toBe(1)
  })

  it('S13.8: scores it again at the next pass, and not at all when it stops in the fluid', () => {
    const rig = rigOf(withCartilage())
    play(rig, [...IN, OUT])
    expect(rig.needle.scored).toBe(0)
    play(rig, [IN[0], { at: 2.5, depth: 0.034 }, OUT])
    play(rig, [IN[0], { at: 2.5, depth: 0.034 }, OUT])
    expect(rig.needle).toMatchObject({ scored: 2, pass: 3 })
  })
})

describe('the angle to the skin', () => {
  const degrees = (rig: ReturnType<typeof rigOf>): number => turnedOf(rig.needle, axisOf(rig.motion)) * 57.3

  it('S13.10: stays with a straight needle, and is that of a turned one until it is out', () => {
    const rig = play(rigOf(), IN)
    expect(degrees(rig)).toBeLessThan(0.5)
    play(rig, [
      { at: 0, depth: 0.022 },
      { at: 0.7, depth: 0.022, tilt: TILT },
    ])
    const turned = degrees(rig)
    expect(turned).toBeGreaterThan(5)
    expect(turned).toBeLessThan(TILT * 57.3 + 0.5)
    play(rig, [{ at: 0, depth: 0.022, tilt: TILT }, { at: 0.7, depth: 0.022 }, OUT])
    expect(rig.needle.inserted).toBe(false)
    expect(degrees(rig)).toBe(0)
  })
})

describe('a sweep', () => {
  it('S13.9: a straight needle has none, deep or on its way out', () => {
    const rig = play(rigOf(), [...IN, OUT])
    expect(rig.needle.sweep.swept_m).toBeLessThan(3e-4)
  })

  it('S13.9: is the sideways travel of the deep tip, and stays when the tip comes back', () => {
    const rig = rigOf()
    play(rig, IN)
    const start = tipOf(rig)
    play(rig, [
      { at: 0, depth: 0.022 },
      { at: 0.7, depth: 0.022, tilt: TILT },
    ])
    const there = tipOf(rig)
    const moved = Math.hypot(there[0] - start[0], there[2] - start[2])
    expect(moved).toBeGreaterThan(2e-3)
    expect(Math.abs(lateralTravel(rig.needle, there) - moved)).toBeLessThan(4e-4)
    const most = rig.needle.sweep.swept_m
    expect(Math.abs(most - moved)).toBeLessThan(8e-4)
    play(rig, [
      { at: 0, depth: 0.022, tilt: TILT },
      { at: 1, depth: 0.022 },
      { at: 2, depth: 0.022 },
    ])
    expect(lateralTravel(rig.needle, tipOf(rig))).toBeLessThan(1e-3)
    expect(rig.needle.sweep.swept_m).toBeGreaterThanOrEqual(most)
  })

  it('S13.9: is not counted in skin and fat, where a needle may be redirected', () => {
    const rig = play(rigOf(), [
      IN[0],
      { at: 0.9, depth: 0.009 },
      { at: 1.6, depth: 0.009, tilt: TILT },
      { at: 2.3, depth: 0.009 },
    ])
    expect(rig.needle.depth).toBeGreaterThan(5e-3)
    expect(rig.needle.sweep).toMatchObject({ deep: false, swept_m: 0 })
  })

  it('S13.9: begins anew after the needle was withdrawn to the fat', () => {
    const rig = play(rigOf(), [
      ...IN,
      { at: 2.3, depth: 0.022, tilt: TILT },
      { at: 3, depth: 0.022 },
      { at: 4, depth: 0.008 },
    ])
    expect(rig.needle.sweep.deep).toBe(false)
    expect(rig.needle.sweep.swept_m).toBeGreaterThan(2e-3)
    play(rig, [
      { at: 0, depth: 0.008 },
      { at: 1, depth: 0.02 },
    ])
    expect(rig.needle.sweep.deep).toBe(true)
    expect(rig.needle.sweep.swept_m).toBeLessThan(1e-3)
  })

  it('S13.9: is plain data: a copy of the state goes on like the original', () => {
    const keys = [
      { at: 0, depth: 0.022 },
      { at: 0.7, depth: 0.022, tilt: TILT },
    ]
    const rig = play(rigOf(), IN)
    const copy: Rig = { ...rigOf(), motion: clonePlain(rig.motion) }
    Object.assign(copy.needle, clonePlain(rig.needle))
    play(rig, keys)
    play(copy, keys)
    expect(copy.needle).toEqual(rig.needle)
  })
})
