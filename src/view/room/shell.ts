// Walls, floor, ceiling, window, cupboard, wash place: what stands far away.
import { PlaneGeometry, type BufferGeometry } from 'three'
import { box, joined, painted, placed, rod, rounded, type Paint } from '../shape/kit.ts'
import { PALETTE } from './palette.ts'

/** Inner faces of the room in the work frame, mm. */
export const SHELL = { left: -2500, right: 2300, back: -1750, front: 2400, height: 2750 } as const

interface Sheet {
  readonly size: readonly [number, number]
  readonly at: readonly [number, number, number]
  readonly turn: readonly [number, number, number]
}

const plane = ({ size, at, turn }: Sheet, p: Paint): BufferGeometry =>
  painted(placed(new PlaneGeometry(size[0] / 1e3, size[1] / 1e3), at, turn), p)

/** The four walls between two heights. */
function band(bottom: number, top: number, p: Paint): BufferGeometry[] {
  const { left, right, back, front } = SHELL
  const [w, d, h] = [right - left, front - back, top - bottom]
  const [cx, cz, y] = [(left + right) / 2, (front + back) / 2, (bottom + top) / 2]
  return [
    plane({ size: [d, h], at: [left, y, cz], turn: [0, 90, 0] }, p),
    plane({ size: [d, h], at: [right, y, cz], turn: [0, -90, 0] }, p),
    plane({ size: [w, h], at: [cx, y, back], turn: [0, 0, 0] }, p),
    plane({ size: [w, h], at: [cx, y, front], turn: [0, 180, 0] }, p),
  ]
}

/** A strip along three walls, as high as `h` and standing out by `t`. */
function rail(y: number, h: number, t: number, p: Paint): BufferGeometry[] {
  const { left, right, back, front } = SHELL
  const [w, d] = [right - left, front - back]
  const [cx, cz] = [(left + right) / 2, (front + back) / 2]
  return [
    painted(placed(box([w, h, t]), [cx, y, back + t / 2]), p),
    painted(placed(box([t, h, d]), [left + t / 2, y, cz]), p),
    painted(placed(box([t, h, d]), [right - t / 2, y, cz]), p),
  ]
}

function walls(floor: number): BufferGeometry[] {
  const { left, right, back, front, height } = SHELL
  const size = [right - left, front - back] as const
  const [cx, cz] = [(left + right) / 2, (front + back) / 2]
  const dado = floor + 1150
  return [
    plane({ size, at: [cx, floor, cz], turn: [-90, 0, 0] }, PALETTE.floor),
    plane({ size, at: [cx, floor + height, cz], turn: [90, 0, 0] }, PALETTE.ceiling),
    ...band(floor, dado, PALETTE.dado),
    ...band(dado, floor + height, PALETTE.wall),
    ...rail(dado, 60, 22, PALETTE.wood),
    ...rail(floor + 50, 100, 14, PALETTE.skirting),
  ]
}

/** Frame of a window on the left wall; the bright pane is drawn apart, it shines. */
export const WINDOW = { z: -250, y: 1790, w: 1500, h: 1100 } as const

function windowFrame(floor: number): BufferGeometry[] {
  const { z, w, h } = WINDOW
  const y = floor + WINDOW.y
  const x = SHELL.left + 20
  const bar = (sy: number, sz: number, dy: number, dz: number): BufferGeometry =>
    painted(placed(box([50, sy, sz]), [x, y + dy, z + dz]), PALETTE.white)
  return [
    bar(50, w + 100, h / 2 + 25, 0),
    bar(50, w + 100, -h / 2 - 25, 0),
    bar(h, 50, 0, w / 2 + 25),
    bar(h, 50, 0, -w / 2 - 25),
    bar(h, 34, 0, 0),
    painted(placed(rounded([150, 34, w + 160], 8), [x + 40, y - h / 2 - 60, z]), PALETTE.white),
  ]
}

function cupboard(floor: number): BufferGeometry[] {
  const x = 1500
  const z = SHELL.back + 260
  const door = (dx: number): BufferGeometry =>
    painted(placed(rounded([470, 700, 18], 6), [x + dx, floor + 470, z + 262]), PALETTE.white)
  const knob = (dx: number): BufferGeometry =>
    painted(placed(rounded([14, 120, 14], 5), [x + dx, floor + 640, z + 280]), PALETTE.steel)
  return [
    painted(placed(rounded([1000, 760, 500], 8), [x, floor + 460, z]), PALETTE.enamel),
    painted(placed(rounded([1060, 36, 540], 8), [x, floor + 858, z + 8]), PALETTE.wood),
    ...[-245, 245].flatMap((d) => [door(d), knob(d > 0 ? 50 : -50)]),
    painted(placed(rounded([230, 150, 170], 14), [x - 280, floor + 950, z]), PALETTE.white),
    painted(placed(rod(38, 180), [x + 60, floor + 876, z - 40], [-90, 0, 0]), PALETTE.white),
    painted(placed(rod(14, 40), [x + 60, floor + 1056, z - 40], [-90, 0, 0]), PALETTE.sterile),
    painted(placed(rounded([260, 120, 130], 10), [x + 300, floor + 936, z - 40]), { color: 0x9fc4d4, rough: 0.7 }),
  ]
}

function shelf(floor: number): BufferGeometry[] {
  const x = 1500
  const z = SHELL.back + 130
  const y = floor + 1560
  const boxes = [-380, -240, -90, 60, 190, 330].map((dx, k) => {
    const h = 150 + ((k * 37) % 60)
    const color = [0xdfe6e4, 0xa8c4c8, 0xe6dccb, 0xc7d6d0, 0xeceae2, 0x9fb8c2][k] ?? 0xdfe6e4
    return painted(placed(rounded([110, h, 150], 6), [x + dx, y + 16 + h / 2, z]), { color, rough: 0.75 })
  })
  return [painted(placed(rounded([1000, 30, 240], 6), [x, y, z]), PALETTE.wood), ...boxes]
}

/** Everything of the shell in one geometry. */
export function shell(floor: number): BufferGeometry {
  return joined([...walls(floor), ...windowFrame(floor), ...cupboard(floor), ...shelf(floor)])
}
