// A radiograph from the anatomy's own distances: cone beam, metal as exact chords, a simple detector.
import { type Vec3, add, cross, mad, normal, normalize, scale, stream, sub } from '../../../scoring/math/index.ts'
import type { KneeAnatomy } from '../tissue/anatomy.ts'
import { decay, ln } from './decay.ts'
import { type Rod, rodsIntegral } from './rods.ts'
import { type Volume, attenuationVolume, lineIntegral } from './volume.ts'

/** Where the tube and the detector stand; work frame, metres. */
export interface XrayView {
  readonly source: Vec3
  /** Middle of the detector. */
  readonly centre: Vec3
  /** Direction that is up in the picture. */
  readonly up: Vec3
  /** Side of the square detector, m. */
  readonly field: number
  /** Seed of the noise. */
  readonly seed: number
  /** Photons a pixel in the open beam (noise). */
  readonly photons: number
}

export interface XrayImage {
  readonly width: number
  readonly height: number
  /** Grey, white = dense. */
  readonly pixels: Uint8Array
}

/** Box of the posed archetype that is imaged, m, and its cell. */
const BOX = { lo: [-0.086, -0.09, -0.112], hi: [0.092, 0.088, 0.13], spacing: 0.0011 } as const

/** Rows of detector points, first row on top; the picture is seen from the tube's side. */
function detector(view: XrayView, size: number): (i: number, j: number) => Vec3 {
  const beam = normalize(sub(view.centre, view.source))
  const right = normalize(cross(beam, view.up))
  const up = cross(right, beam)
  const step = view.field / size
  return (i, j) => {
    const across = scale(right, (i + 0.5 - size / 2) * step)
    return add(view.centre, mad(across, up, (size / 2 - j - 0.5) * step))
  }
}

/** What stands in the beam. */
export interface XrayScene {
  readonly volume: Volume
  readonly rods: readonly Rod[]
}

/** Line integrals of attenuation, one a pixel. */
export function integrals(a: KneeAnatomy, scene: XrayScene, view: XrayView, size: number): Float64Array {
  const out = new Float64Array(size * size)
  const point = detector(view, size)
  const origin = a.fromWork(view.source)
  for (let j = 0, o = 0; j < size; j++) {
    for (let i = 0; i < size; i++, o++) {
      const end = point(i, j)
      const ray = normalize(sub(end, view.source))
      const inside = normalize(sub(a.fromWork(end), origin))
      out[o] = lineIntegral(scene.volume, origin, inside) * a.params.size + rodsIntegral(view.source, ray, scene.rods)
    }
  }
  return out
}

/** Blur by the binomial 1 2 1 in both directions: focal spot and scintillator. */
function blurred(t: Float64Array, size: number): Float64Array {
  const at = (i: number, j: number): number =>
    t[Math.min(Math.max(i, 0), size - 1) + size * Math.min(Math.max(j, 0), size - 1)] ?? 0
  return t.map((_, o) => {
    const i = o % size
    const j = (o - i) / size
    let sum = 0
    for (let b = -1; b <= 1; b++)
      for (let c = -1; c <= 1; c++) sum += at(i + c, j + b) * (b === 0 ? 2 : 1) * (c === 0 ? 2 : 1)
    return sum / 16
  })
}

/** Scatter, blur, quantum noise and an automatic window over the line integrals. */
export function develop(lines: Float64Array, size: number, view: Pick<XrayView, 'seed' | 'photons'>): XrayImage {
  const open = blurred(
    lines.map((l) => decay(Math.min(l, 14))),
    size,
  )
  const scatter = 0.02 + 0.03 * (open.reduce((s, v) => s + v, 0) / open.length)
  const noise = stream(view.seed, 'xray')
  const film = open.map((v) => {
    const q = v + scatter
    return -ln(Math.max(1e-3, q + normal(noise) * Math.sqrt(q / view.photons)))
  })
  const sorted = Float64Array.from(film).sort()
  const low = sorted[Math.floor(sorted.length * 0.02)] ?? 0
  const high = sorted[Math.floor(sorted.length * 0.995)] ?? 1
  const pixels = Uint8Array.from(film, (v) => Math.round(255 * Math.max(0, Math.min(1, (v - low) / (high - low)))))
  return { width: size, height: size, pixels }
}

/**
 * The radiograph of a posed knee with instruments.
 * @param size pixels a side
 */
export function renderXray(a: KneeAnatomy, view: XrayView, instruments: readonly Rod[], size: number): XrayImage {
  const volume = attenuationVolume(a, BOX.lo, BOX.hi, BOX.spacing)
  return develop(integrals(a, { volume, rods: instruments }, view, size), size, view)
}

const DISTANCE = 0.9
const BEHIND = 0.15

/**
 * Standard views of the knee in the work frame: AP (tube in front; as hung, the patient's right is on the viewer's left)
 * and lateral (tube on the lateral side, head up).
 */
export function standardView(a: KneeAnatomy, name: 'AP' | 'lateral', seed: number): XrayView {
  const at = (x: number, y: number, z: number): Vec3 => a.toWork([x, y, z])
  const middle: Vec3 = [0, 0, 0.008]
  const up = normalize(sub(at(0, 0, 1), at(0, 0, 0)))
  const k = 1 / a.params.size
  const [source, centre] =
    name === 'AP'
      ? [at(0, DISTANCE * k, middle[2]), at(0, -BEHIND * k, middle[2])]
      : [at(DISTANCE * k, 0, middle[2]), at(-BEHIND * k, 0, middle[2])]
  return { source, centre, up, field: 0.235, seed, photons: 2500 }
}
