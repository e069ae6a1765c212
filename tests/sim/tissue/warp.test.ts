import { describe, expect, it } from 'vitest'
import { type Vec3, distance, stream, transform, uniform } from '../../../scoring/math/index.ts'
import { hingeTable, lookUp, smallCos, smallSin } from '../../../src/sim/tissue/hinge.ts'
import { type Source, type WarpPose, createWarp } from '../../../src/sim/tissue/warp.ts'
import { readManifest } from '../../builders/bakedKnee.ts'

const spec = readManifest().warp
const source = (): Source => ({ x: 0, y: 0, z: 0, up: 0, down: 0, sheet: NaN })

function randomPose(s: ReturnType<typeof stream>): WarpPose {
  return {
    volume: uniform(s, 0, 60e-6),
    angle: uniform(s, 0, 0.53),
    patella: [uniform(s, -0.01, 0.01), uniform(s, -0.004, 0), uniform(s, -0.01, 0.01)],
    squeeze: uniform(s, 0, 1),
    recess: [uniform(s, -0.03, 0.03), uniform(s, 0.02, 0.09), uniform(s, 0, 0.003)],
  }
}

describe('the warp', () => {
  it('and its inverse agree to 0.05 mm over 200 poses, pushed to its limits', () => {
    const s = stream(11, 'warp')
    const w = createWarp(spec)
    const out = source()
    let worst = 0
    for (let n = 0; n < 200; n++) {
      w.set(randomPose(s))
      for (let i = 0; i < 60; i++) {
        const p: Vec3 = [uniform(s, -0.07, 0.07), uniform(s, -0.07, 0.08), uniform(s, -0.11, 0.13)]
        // next to the axis the direction is not defined; there is nothing but the rigid femur
        if (Math.abs(p[1] + 0.005) + Math.abs(p[2] - 0.027) < 0.004) continue
        const q = w.forward(p)
        w.inverse(q[0], q[1], q[2], out)
        worst = Math.max(worst, distance(p, [out.x, out.y, out.z]))
      }
    }
    expect(worst).toBeLessThan(0.05e-3)
  })

  it('opens no gap without fluid and holds what it is given with it', () => {
    const w = createWarp(spec)
    for (const volume of [0, 4e-6, 20e-6, 60e-6]) {
      w.set({ volume, angle: 0, patella: [0, 0, 0] })
      let sum = 0
      const step = 0.001
      for (let x = -0.06; x < 0.06; x += step)
        for (let z = -0.03; z < 0.13; z += step) sum += w.opening(x, z) * step * step
      expect(Math.abs(sum - volume)).toBeLessThan(0.003 * volume + 1e-12)
    }
  })

  it('fills the pouch before the patella floats, and a pressed patella drives its fluid into the pouch', () => {
    const w = createWarp(spec)
    w.set({ volume: 4e-6, angle: 0, patella: [0, 0, 0] })
    expect(w.lifts()[1]).toBe(0)
    w.set({ volume: 50e-6, angle: 0, patella: [0, 0, 0] })
    const [pouch, patella] = w.lifts()
    expect(patella).toBeGreaterThan(0.002)
    w.set({ volume: 50e-6, angle: 0, patella: [0, -0.02, 0] })
    expect(w.lifts()[1]).toBe(0)
    expect(w.lifts()[0]).toBeGreaterThan(pouch)
  })

  it('keeps its volume when the pouch is squeezed and where its wall hangs on a needle', () => {
    const w = createWarp(spec)
    const step = 0.0005
    for (const volume of [0.5e-6, 8e-6, 40e-6]) {
      w.set({ volume, angle: 0, patella: [0, 0, 0], squeeze: 0.6, recess: [0.01, 0.062, 0.0025] })
      let sum = 0
      for (let x = -0.06; x < 0.06; x += step)
        for (let z = -0.03; z < 0.13; z += step) sum += w.opening(x, z) * step * step
      expect(Math.abs(sum - volume)).toBeLessThan(0.003 * volume + 1e-12)
    }
    expect(w.opening(0.01, 0.062) - w.level(0.01, 0.062)).toBeCloseTo(0.0025, 12)
    expect(w.opening(0.03, 0.062)).toBe(w.level(0.03, 0.062))
  })

  it('a squeezed pouch floats the patella', () => {
    const w = createWarp(spec)
    w.set({ volume: 20e-6, angle: 0, patella: [0, 0, 0] })
    const [pouch, under] = w.lifts()
    w.set({ volume: 20e-6, angle: 0, patella: [0, 0, 0], squeeze: 0.5 })
    expect(w.lifts()[0]).toBeCloseTo(pouch / 2, 12)
    expect(w.lifts()[1]).toBeGreaterThan(under + 0.001)
  })

  it('moves the patella as one piece with what covers it', () => {
    const w = createWarp(spec)
    w.set({ volume: 40e-6, angle: 0.4, patella: [0.006, 0, -0.004] })
    for (const p of [
      [-0.018, 0.055, 0.03],
      [0.02, 0.054, 0.05],
      [0.001, 0.058, 0.02],
    ] as const) {
      expect(distance(w.forward(p), transform(w.patella(), p))).toBeLessThan(1e-9)
    }
  })

  it('turns leg and tibia by the whole angle, thigh and femur not at all', () => {
    const w = createWarp(spec)
    w.set({ volume: 0, angle: 0.5, patella: [0, 0, 0] })
    const shin: Vec3 = [0, 0.02, -0.1]
    expect(distance(w.forward(shin), transform(w.tibia(), shin))).toBeLessThan(1e-9)
    expect(w.tibia().q[0]).toBeLessThan(0)
    expect(w.forward(shin)[1]).toBeLessThan(shin[1] - 0.03)
    const thigh: Vec3 = [0, -0.01, 0.12]
    expect(w.forward(thigh)).toEqual(thigh)
  })
})

describe('the hinge', () => {
  it('has sine and cosine right to 1e-9 up to 0.6 rad', () => {
    for (let a = 0; a <= 0.6; a += 0.01) {
      expect(Math.abs(smallSin(a) - Math.sin(a))).toBeLessThan(1e-9)
      expect(Math.abs(smallCos(a) - Math.cos(a))).toBeLessThan(1e-9)
    }
  })

  it('turns by nothing in the thigh, by all in the leg, and never by more', () => {
    const table = hingeTable(spec.hinge, 0.5)
    expect(lookUp(table, 0.95)).toBeLessThan(1e-6)
    expect(lookUp(table, -1.15)).toBeCloseTo(0.5, 6)
    for (let t = -2; t <= 2; t += 0.01) {
      expect(lookUp(table, t)).toBeGreaterThanOrEqual(0)
      expect(lookUp(table, t)).toBeLessThanOrEqual(0.5)
    }
  })
})
