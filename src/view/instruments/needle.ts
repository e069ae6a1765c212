// Hypodermic needles: hub in the colour of its gauge, thin wall, bevelled point.
import { CylinderGeometry, type BufferGeometry } from 'three'
import type { Instrument, NeedleShape } from '../../sim/procedure.ts'
import type { InstrumentModel } from './model.ts'
import { box, joined, painted, placed, turned } from '../shape/kit.ts'

/** Colour of the hub by gauge, after the colour code of ISO 6009. */
const HUB: Readonly<Record<number, number>> = {
  16: 0xf2f2ee,
  18: 0xe58aa5,
  19: 0xf3e3b5,
  20: 0xf0c531,
  21: 0x2e8b57,
  22: 0x30343a,
  23: 0x2f5fb0,
  25: 0xee8a2c,
  27: 0x8d9399,
}
const STEEL = { color: 0xd5dadd, rough: 0.2, metal: 1 }

export function hubColor(gauge: number): number {
  return HUB[gauge] ?? 0xcfd6d8
}

/** Tube from z = 0 to z = length with a point of three tube widths, the bevel facing +y (up); m. */
export function tube(n: NeedleShape, segments = 14): BufferGeometry {
  const r = n.outer_m / 2
  const g = new CylinderGeometry(r, r, n.length_m, segments, 1, true).rotateX(Math.PI / 2)
  const p = g.getAttribute('position')
  for (let i = 0; i < p.count; i++) {
    if (p.getZ(i) > 0) p.setZ(i, n.length_m / 2 - (p.getY(i) + r) * 2.9)
  }
  g.computeVertexNormals()
  const bevel = new CylinderGeometry(r * 0.96, 0, 0.00001, segments, 1).rotateX(Math.PI / 2)
  const q = bevel.getAttribute('position')
  for (let i = 0; i < q.count; i++) q.setZ(i, n.length_m / 2 - (q.getY(i) + r) * 2.9 - r * 0.25)
  bevel.computeVertexNormals()
  const shaft = joined([painted(g, STEEL), painted(bevel, { color: 0x3c4145, rough: 0.4, metal: 0.8 })])
  return shaft.translate(0, 0, n.length_m / 2)
}

/** Hub that sits on a luer tip: from z = -`seat` to z = `length` where the tube begins; a dot on the bevel's side; mm. */
export function hub(gauge: number, length: number, seat = 4): BufferGeometry {
  const paint = { color: hubColor(gauge), rough: 0.35 }
  const l = length
  const body = turned([
    [2.2, l * 0.4],
    [2.6, -seat],
    [3.9, -seat],
    [4.1, -seat + 0.8],
    [3.7, -seat + 1.4],
    [3.4, l * 0.3],
    [2.3, l * 0.42],
    [1.5, l * 0.8],
    [0.9, l * 0.97],
    [0, l],
  ])
  const fins = [0, 60, 120, 180, 240, 300].map((deg) => {
    const a = (deg * Math.PI) / 180
    const z = Math.max(l * 0.05, 3.4 - seat)
    const fin = placed(box([0.7, 0.9, 6]), [Math.cos(a) * 3.5, Math.sin(a) * 3.5, z], [0, 0, deg])
    return painted(fin, paint)
  })
  const dot = painted(placed(box([1.3, 0.7, 1.3]), [0, 2.3, l * 0.5], [20, 0, 0]), { color: 0xffffff, rough: 0.5 })
  return joined([painted(body, paint), ...fins, dot])
}

/** Sheath over a needle of this length, from the hub's shoulder at `start`; mm. */
function sheath(gauge: number, start: number, length: number): BufferGeometry {
  const end = start + length + 4
  const wall = turned([
    [3.9, start - 7],
    [4.2, start - 7],
    [3.3, start + 2],
    [2.2, end - 1],
    [1.2, end],
    [0, end],
  ])
  return painted(wall, { color: pale(hubColor(gauge)), rough: 0.3 })
}

/** A colour mostly white. */
export function pale(color: number): number {
  const white = 0xf4f7f8
  const c = (s: number): number => Math.round(((color >> s) & 255) * 0.3 + ((white >> s) & 255) * 0.7)
  return (c(16) << 16) | (c(8) << 8) | c(0)
}

/** A needle of its own, hub at the origin, as it sits on a nozzle or lies bare. @throws RangeError without a needle shape */
export function bareNeedle(i: Instrument): InstrumentModel {
  if (!i.needle) throw new RangeError(`needle ${i.id}: got no needle shape, expected one`)
  const { gauge, length_m } = i.needle
  const start = i.tip[2] - length_m
  return {
    solid: joined([hub(gauge, start * 1e3, 0), tube(i.needle).translate(0, 0, start)]),
    cap: sheath(gauge, start * 1e3, length_m * 1e3),
  }
}
