// A luer syringe: clear barrel, flange, printed scale, stopper on a cross-shaped plunger, and its needle.
import { CylinderGeometry, ExtrudeGeometry, Path, Shape, type BufferGeometry } from 'three'
import type { Instrument } from '../../sim/procedure.ts'
import { box, joined, painted, placed, turned } from '../shape/kit.ts'
import { onto, type Atlas, type Ink } from './atlas.ts'
import type { InstrumentModel } from './model.ts'
import { hub, tube } from './needle.ts'

const RUBBER = { color: 0x1b1e21, rough: 0.5 }
const WHITE = { color: 0xeef2f2, rough: 0.4 }
/** Thickness of the stopper and of the barrel's floor, mm. */
const STOPPER = 7
const FLOOR = 2

/** Sizes in mm: outer and inner radius, half length of the barrel, capacity and travel for a millilitre. */
interface Barrel {
  readonly outer: number
  readonly inner: number
  readonly half: number
  readonly capacity: number
  readonly perMl: number
}

function barrelOf(i: Instrument): Barrel {
  const body = i.boxes[0]
  const shape = i.syringe
  if (!body || !shape) throw new RangeError(`syringe ${i.id}: got no barrel box or no syringe shape, expected both`)
  const perMl = shape.m_per_ml * 1e3
  const inner = Math.min(Math.sqrt(1000 / (Math.PI * perMl)), body.half[0] * 950)
  return { outer: body.half[0] * 1e3, inner, half: body.half[2] * 1e3, capacity: shape.capacity_ml, perMl }
}

/** Front face of the liquid's room, mm. */
const front = (b: Barrel): number => b.half - FLOOR

function flange(b: Barrel): BufferGeometry {
  const shape = new Shape()
  shape.absellipse(0, 0, (b.outer * 2.05) / 1e3, (b.outer * 1.15) / 1e3, 0, Math.PI * 2, false, 0)
  const hole = new Path()
  hole.absarc(0, 0, b.inner / 1e3, 0, Math.PI * 2, true)
  shape.holes.push(hole)
  const g = new ExtrudeGeometry(shape, { depth: 0.0018, bevelEnabled: false, curveSegments: 18 })
  g.deleteAttribute('uv')
  return placed(g, [0, 0, -b.half])
}

function barrel(b: Barrel): BufferGeometry {
  const { outer: ro, inner: ri, half: h } = b
  const wall = turned(
    [
      [ri, -h],
      [ri, front(b)],
      [1.4, h - 0.4],
      [1.4, h + 8],
      [2.1, h + 8],
      [2.3, h + 1],
      [ro * 0.9, h + 0.4],
      [ro, h - 1.4],
      [ro, -h + 1],
    ],
    26,
  )
  wall.deleteAttribute('uv')
  const g = joined([wall, flange(b)])
  return g
}

function stopper(b: Barrel): BufferGeometry {
  const r = b.inner - 0.06
  const profile: [number, number][] = [
    [0, 0.8],
    [r - 0.5, 0],
    [r, -0.7],
    [r, -2],
    [r - 0.7, -2.7],
    [r - 0.7, -STOPPER + 2.7],
    [r, -STOPPER + 2],
    [r, -STOPPER + 0.7],
    [r - 0.6, -STOPPER],
    [0, -STOPPER],
  ]
  return painted(turned([...profile].reverse(), 22), RUBBER)
}

/** Plunger with its stopper at the front of an empty barrel. */
function plunger(b: Barrel): BufferGeometry {
  const back = -b.half - 9
  const start = front(b) - STOPPER
  const length = start - back
  const wide = b.inner * 1.5
  const mid = (start + back) / 2
  const rib = (w: number, h: number): BufferGeometry => painted(placed(box([w, h, length]), [0, 0, mid]), WHITE)
  const disc = (r: number, z: number, t: number): BufferGeometry =>
    painted(
      turned([
        [0, z],
        [r, z],
        [r + 0.3, z + t / 2],
        [r, z + t],
        [0, z + t],
      ]),
      WHITE,
    )
  const seal = stopper(b).translate(0, 0, front(b) / 1e3)
  const rest = disc(b.inner * 1.12, back - 1.6, 2.2)
  return joined([seal, rib(wide, 1.2), rib(1.2, wide), disc(b.inner * 0.86, start - 6, 1), rest])
}

/** Steps of the scale: a fine line, a longer line with a number. */
function steps(capacity: number): readonly [number, number] {
  if (capacity <= 5) return [0.2, 1]
  if (capacity <= 10) return [0.2, 1]
  return capacity <= 20 ? [1, 5] : [1, 10]
}

function scaleInk(b: Barrel): Ink {
  return (g, w, h) => {
    const [fine, coarse] = steps(b.capacity)
    const pxPerMl = (b.perMl / (2 * b.half)) * h
    const zero = (FLOOR / (2 * b.half)) * h
    g.fillStyle = '#10202c'
    g.textBaseline = 'middle'
    g.font = `700 ${w * 0.2}px Arial, sans-serif`
    const n = Math.round(b.capacity / fine)
    for (let i = 0; i <= n; i++) {
      const ml = i * fine
      const y = zero + ml * pxPerMl
      const major = Math.abs(ml / coarse - Math.round(ml / coarse)) < 1e-6
      const t = h * (major ? 0.0042 : 0.0028)
      g.fillRect(w * 0.1, y - t / 2, w * (major ? 0.42 : 0.26), t)
      if (major && i > 0) g.fillText(String(Math.round(ml)), w * 0.57, y)
    }
    g.font = `600 ${w * 0.15}px Arial, sans-serif`
    g.fillText('mL', w * 0.57, zero + 2)
  }
}

function scale(b: Barrel, atlas: Atlas): BufferGeometry {
  const arc = 1.9
  const r = (b.outer + 0.08) / 1e3
  const g = new CylinderGeometry(r, r, (2 * b.half) / 1e3, 14, 1, true, -arc / 2, arc)
  // the cylinder's arc is centred on its +z: turn that to +y (up when the syringe lies), its axis to +z
  g.rotateX(-Math.PI / 2).rotateZ(Math.PI)
  return onto(g.rotateY(Math.PI).rotateZ(Math.PI), atlas.strip(scaleInk(b)))
}

/** Builds a syringe with its needle from the manifest's sizes. */
export function syringeModel(i: Instrument, atlas: Atlas): InstrumentModel {
  const b = barrelOf(i)
  const parts: BufferGeometry[] = []
  if (i.needle) {
    const start = i.tip[2] - i.needle.length_m
    parts.push(hub(i.needle.gauge, start * 1e3 - b.half).translate(0, 0, b.half / 1e3))
    parts.push(tube(i.needle).translate(0, 0, start))
  }
  return {
    ...(parts.length > 0 ? { solid: joined(parts) } : {}),
    plunger: plunger(b),
    glass: barrel(b),
    print: scale(b, atlas),
    fluid: { front: front(b) / 1e3, radius: (b.inner - 0.15) / 1e3, m_per_ml: b.perMl / 1e3, color: 0xe9e2c0 },
  }
}
