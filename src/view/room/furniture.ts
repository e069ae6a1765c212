// Couch, instrument stand with its tray, sharps box, lamp, stool: placed by the procedure's fixtures.
import { TorusGeometry, type BufferGeometry } from 'three'
import type { Fixture } from '../../sim/procedure.ts'
import { bent, joined, painted, placed, rod, rounded, turned, type Paint } from '../shape/kit.ts'
import { PALETTE } from './palette.ts'
import { floorOf, spotOf, type Spot } from './place.ts'

type V3 = readonly [number, number, number]

const post = (r: number, at: V3, height: number, p: Paint = PALETTE.steel): BufferGeometry =>
  painted(placed(rod(r, height, 16), at, [-90, 0, 0]), p)

function tubing(points: readonly V3[], r: number, p: Paint = PALETTE.steel): BufferGeometry {
  return painted(bent(points, r, 12), p)
}

/** Head end at -x. `foot` is how far the couch reaches beyond the middle, mm. */
export interface CouchSize {
  readonly head: number
  readonly foot: number
  /** Height of the surface when the drawn one is not the fixture's (a body that lies lower than the working surface). */
  readonly top?: number
}

function couch(s: Spot, size: CouchSize, floor: number): BufferGeometry[] {
  const length = size.foot - size.head
  const cx = (size.foot + size.head) / 2
  const top = size.top ?? s.at[1] + s.half[1]
  const z = s.at[2]
  const w = s.half[2] * 2
  const legs = [size.head + 220, size.foot - 180].flatMap((x) => [
    post(24, [x, floor + 60, z - w * 0.36], top - floor - 200, PALETTE.white),
    post(24, [x, floor + 60, z + w * 0.36], top - floor - 200, PALETTE.white),
    painted(placed(rounded([70, 36, w * 0.9], 12), [x, floor + 42, z]), PALETTE.white),
    ...[-1, 1].map((k) =>
      painted(placed(rod(32, 26, 20), [x - 13, floor + 32, z + k * w * 0.38], [0, 90, 0]), PALETTE.rubber),
    ),
  ])
  return [
    painted(placed(rounded([length, 88, w], 30, 4), [cx, top - 46, z]), PALETTE.vinyl),
    painted(placed(rounded([length - 30, 46, w - 40], 12), [cx, top - 112, z]), PALETTE.white),
    painted(placed(rounded([length - 60, 4, w * 0.86], 1.6), [cx, top - 1.2, z]), PALETTE.paper),
    ...legs,
    painted(placed(rounded([length - 400, 30, 40], 10), [cx, floor + 230, z]), PALETTE.white),
  ]
}

/** A tray on a stand that reaches over the couch (Mayo stand), its rim as the fixture says. */
function trayStand(s: Spot, floor: number): BufferGeometry[] {
  const [x, , z] = s.at
  const [hx, , hz] = s.half
  const top = s.at[1] + s.half[1]
  const edge = (w: number, d: number, dx: number, dz: number): BufferGeometry =>
    painted(placed(rounded([w, 20, d], 3.4), [x + dx, top + 8, z + dz]), PALETTE.steel)
  const px = x + hx + 60
  const arm: V3[] = [
    [x - hx * 0.7, top - 22, z + hz * 0.45],
    [x + hx * 0.9, top - 22, z + hz * 0.45],
    [px, top - 30, z + hz * 0.3],
    [px, top - 90, z + hz * 0.3],
  ]
  return [
    painted(placed(rounded([2 * hx + 8, 6, 2 * hz + 8], 3), [x, top - 6.5, z]), PALETTE.steel),
    painted(placed(rounded([2 * hx - 4, 3.4, 2 * hz - 4], 1.4), [x, top - 1.9, z]), PALETTE.sterile),
    edge(8, 2 * hz + 8, hx, 0),
    edge(8, 2 * hz + 8, -hx, 0),
    edge(2 * hx + 8, 8, 0, hz),
    edge(2 * hx + 8, 8, 0, -hz),
    tubing(arm, 9),
    tubing(
      arm.map(([a, b, c]): V3 => [a, b, c - hz * 0.9]),
      9,
    ),
    post(16, [px, floor + 60, z], top - floor - 150),
    tubing(
      [
        [px, top - 90, z + hz * 0.3],
        [px, top - 90, z - hz * 0.6],
      ],
      9,
    ),
    painted(placed(rounded([90, 40, 520], 14), [px, floor + 48, z]), PALETTE.enamel),
    painted(placed(rounded([420, 40, 90], 14), [px - 165, floor + 48, z + 215]), PALETTE.enamel),
  ]
}

function sharps(s: Spot, floor: number): BufferGeometry[] {
  const [x, y, z] = s.at
  const [hx, hy, hz] = s.half
  const body = rounded([2 * hx, 2 * hy, 2 * hz], 10, 3)
  const mouth = placed(rounded([hx * 1.1, 6, hz * 0.7], 3), [x, y + hy + 16, z])
  return [
    painted(placed(body, [x, y, z]), PALETTE.sharps),
    painted(placed(rounded([2 * hx + 8, 16, 2 * hz + 8], 6), [x, y + hy + 6, z]), PALETTE.warning),
    painted(mouth, PALETTE.dark),
    painted(placed(rounded([2 * hx * 0.72, hy * 0.9, 1.2], 0.5), [x, y, z + hz + 0.2]), PALETTE.white),
    painted(placed(rounded([2 * hx * 0.3, hy * 0.4, 1.4], 0.5), [x, y, z + hz + 0.8]), PALETTE.warning),
    painted(placed(rounded([2 * hx + 40, 10, 2 * hz + 40], 4), [x, y - hy - 6, z]), PALETTE.steel),
    post(14, [x, floor + 40, z], y - hy - floor - 46),
    painted(
      placed(
        turned([
          [0, 0],
          [170, 0],
          [170, 14],
          [30, 34],
          [0, 34],
        ]),
        [x, floor, z],
        [-90, 0, 0],
      ),
      PALETTE.enamel,
    ),
  ]
}

/** Lamp over the couch, from a stand behind it; its face is drawn apart, it shines. */
export const LAMP = { at: [-360, 1010, 130] as V3, aim: [0, 60, 0] as V3, radius: 150 }

/** Lamp and its stand: lit, but outside the shadow that its own light casts. */
export function lamp(floor: number): BufferGeometry[] {
  const [x, y, z] = LAMP.at
  const bell = turned(
    [
      [0, 70],
      [60, 64],
      [LAMP.radius * 0.8, 34],
      [LAMP.radius, 0],
      [LAMP.radius - 6, 0],
    ],
    36,
  )
  const base: V3 = [x - 330, floor, z - 900]
  return [
    painted(placed(bell, [x, y, z], [-76, 0, -20]), PALETTE.white),
    tubing(
      [
        [base[0], floor + 40, base[2]],
        [base[0], y - 40, base[2]],
        [base[0] + 20, y + 150, base[2] + 60],
        [base[0] + 90, y + 240, base[2] + 200],
        [x - 60, y + 190, z - 120],
        [x - 12, y + 66, z - 10],
      ],
      13,
      PALETTE.white,
    ),
    painted(
      placed(
        turned([
          [0, 0],
          [210, 0],
          [210, 18],
          [40, 44],
          [0, 44],
        ]),
        base,
        [-90, 0, 0],
      ),
      PALETTE.white,
    ),
  ]
}

function stool(floor: number): BufferGeometry[] {
  const [x, z] = [-1150, 900]
  const seat = rounded([370, 70, 370], 34, 4)
  const ring = new TorusGeometry(0.15, 0.011, 8, 28).rotateX(Math.PI / 2)
  const feet = [0, 72, 144, 216, 288].map((deg) =>
    painted(
      placed(
        rounded([250, 26, 46], 10),
        [x + Math.cos((deg * Math.PI) / 180) * 120, floor + 46, z - Math.sin((deg * Math.PI) / 180) * 120],
        [0, deg, 0],
      ),
      PALETTE.steel,
    ),
  )
  return [
    painted(placed(seat, [x, floor + 510, z]), PALETTE.vinyl),
    post(22, [x, floor + 50, z], 430),
    painted(placed(ring, [x, floor + 210, z]), PALETTE.steel),
    ...feet,
  ]
}

/** A vital-signs monitor on a wheeled stand behind the couch; the screen itself is a panel. */
export const MONITOR = { at: [-640, 620, -760] as V3, w: 420, h: 280, yaw: 14 }

function monitor(floor: number): BufferGeometry[] {
  const [x, y, z] = MONITOR.at
  return [
    painted(
      placed(rounded([MONITOR.w + 50, MONITOR.h + 56, 90], 16, 3), [x, y, z - 52], [0, MONITOR.yaw, 0]),
      PALETTE.enamel,
    ),
    painted(placed(rounded([MONITOR.w + 8, MONITOR.h + 8, 6], 2), [x, y, z - 8], [0, MONITOR.yaw, 0]), PALETTE.dark),
    post(20, [x, floor + 40, z - 60], y - floor - 190),
    painted(
      placed(
        turned([
          [0, 0],
          [220, 0],
          [220, 16],
          [40, 40],
          [0, 40],
        ]),
        [x, floor, z - 60],
        [-90, 0, 0],
      ),
      PALETTE.enamel,
    ),
  ]
}

/** A bin for clinical waste, yellow and open, as deep as it stands. */
function waste(s: Spot, floor: number): BufferGeometry[] {
  const [x, y, z] = s.at
  const [hx, hy, hz] = s.half
  const [top, height] = [y + hy, y + hy - floor]
  const side = (w: number, d: number, dx: number, dz: number): BufferGeometry =>
    painted(placed(rounded([w, height, d], 4), [x + dx, floor + height / 2, z + dz]), PALETTE.sharps)
  const rim = (w: number, d: number, dx: number, dz: number): BufferGeometry =>
    painted(placed(rounded([w, 14, d], 5), [x + dx, top, z + dz]), PALETTE.warning)
  return [
    ...[-1, 1].flatMap((k) => [side(8, 2 * hz, k * hx, 0), side(2 * hx, 8, 0, k * hz)]),
    ...[-1, 1].flatMap((k) => [rim(14, 2 * hz + 14, k * hx, 0), rim(2 * hx + 14, 14, 0, k * hz)]),
    painted(placed(rounded([2 * hx - 8, 4, 2 * hz - 8], 1.5), [x, top - 110, z]), PALETTE.dark),
  ]
}

/** Everything near the patient in one geometry. */
export function furniture(fixtures: readonly Fixture[], size: CouchSize): BufferGeometry {
  const floor = floorOf(fixtures)
  const at = (id: string): Spot[] => {
    const s = spotOf(fixtures, id)
    return s ? [s] : []
  }
  return joined([
    ...at('couch').flatMap((s) => couch(s, size, floor)),
    ...at('tray').flatMap((s) => trayStand(s, floor)),
    ...at('sharps_box').flatMap((s) => sharps(s, floor)),
    ...at('waste').flatMap((s) => waste(s, floor)),
    ...stool(floor),
    ...monitor(floor),
  ])
}
