// Things that hold something: tubes, bottle, bowl, ampoule, capped needles, stopcock.
import { CylinderGeometry, type BufferGeometry } from 'three'
import { joined, painted, placed, rod, rounded, turned, type Paint } from '../shape/kit.ts'
import { onto, type Atlas } from './atlas.ts'
import type { Builder } from './model.ts'
import { hub, hubColor, pale } from './needle.ts'
import { halfOf } from './sizes.ts'

/** Label around the upper half of a cylinder along z. */
function wrap(r: number, length: number, atlas: Atlas, lines: readonly string[]): BufferGeometry {
  const g = new CylinderGeometry(r / 1e3, r / 1e3, length / 1e3, 14, 1, true, -1.3, 2.6)
  g.rotateX(-Math.PI / 2)
    .rotateZ(Math.PI)
    .rotateY(Math.PI)
    .rotateZ(Math.PI)
  const place = atlas.label((c, w, h) => {
    c.fillStyle = '#f7f7f2'
    c.fillRect(0, 0, w, h)
    c.fillStyle = '#1d2a33'
    c.font = `600 ${h * 0.26}px Arial, "Noto Sans SC", sans-serif`
    lines.forEach((t, k) => c.fillText(t, w * 0.05, h * (0.32 + 0.3 * k), w * 0.9))
  })
  const uv = g.getAttribute('uv')
  // text runs along the tube
  for (let k = 0; k < uv.count; k++) uv.setXY(k, uv.getY(k), 1 - uv.getX(k))
  return onto(g, place)
}

const CAPS: Readonly<Record<string, number>> = {
  'tube-edta': 0x7a5aa6,
  'tube-plain': 0xc4453c,
  'tube-sterile': 0xe9edf0,
}

export const tubeModel: Builder = (i, atlas) => {
  const [r, , h] = halfOf(i)
  const cap: Paint = { color: CAPS[i.id] ?? 0x6aa0b8, rough: 0.5 }
  const stopper = turned([
    [0, h - 14],
    [r, h - 14],
    [r, h - 0.8],
    [r - 0.8, h],
    [0, h],
  ])
  const glass = turned([
    [0, -h],
    [r * 0.55, -h + 1],
    [r * 0.84, -h + 4],
    [r * 0.86, h - 14],
  ])
  glass.deleteAttribute('uv')
  return {
    solid: painted(stopper, cap),
    glass,
    print: wrap(r * 0.88, h * 1.05, atlas, [i.title.en, i.title.zh]),
    fluid: {
      front: -(h - 3) / 1e3,
      radius: (r * 0.8) / 1e3,
      m_per_ml: -1 / (Math.PI * (r * 0.8) ** 2),
      color: 0xd9b95a,
    },
  }
}

export const cappedNeedle: Builder = (i) => {
  const [r, , h] = halfOf(i)
  const gauge = Number(/\d+/.exec(i.id)?.[0] ?? 21)
  const cap = turned(
    [
      [0, h],
      [r * 0.5, h - 0.6],
      [r * 0.78, -h + 18],
      [r * 0.92, -h + 10],
      [r * 0.92, -h + 6],
    ].reverse() as [number, number][],
  )
  return {
    solid: joined([
      hub(gauge, 9, 3).translate(0, 0, (-h + 4) / 1e3),
      painted(rod(r * 0.3, h * 1.3), { color: 0xd5dadd, rough: 0.2, metal: 1 }).translate(0, 0, (-h + 10) / 1e3),
      painted(cap, { color: pale(hubColor(gauge)), rough: 0.3 }),
    ]),
  }
}

export const bowl: Builder = (i) => {
  const [r, h] = halfOf(i)
  const steel: Paint = { color: 0xcdd3d6, rough: 0.26, metal: 0.95 }
  const outer = turned(
    [
      [r * 0.55, -h],
      [r * 0.62, -h + 1.5],
      [r * 0.9, h * 0.3],
      [r, h],
      [r - 0.9, h],
      [r * 0.86, h * 0.3],
      [r * 0.55, -h + 3],
      [0, -h + 2.6],
    ],
    36,
  )
  const foot = turned([
    [0, -h],
    [r * 0.55, -h],
  ])
  const iodine = turned(
    [
      [r * 0.82, h * 0.1],
      [0, h * 0.1],
    ],
    36,
  )
  const up = (g: BufferGeometry): BufferGeometry => g.rotateX(-Math.PI / 2)
  return {
    solid: joined([
      painted(up(outer), steel),
      painted(up(foot), steel),
      painted(up(iodine), { color: 0x4a2110, rough: 0.1 }),
    ]),
  }
}

export const bottle: Builder = (i, atlas) => {
  const [r, , h] = halfOf(i)
  const body = turned([
    [0, -h],
    [r * 0.9, -h],
    [r, -h + 2],
    [r, h * 0.35],
    [r * 0.45, h * 0.62],
    [r * 0.42, h * 0.72],
  ])
  const cap = turned([
    [r * 0.42, h * 0.7],
    [r * 0.55, h * 0.72],
    [r * 0.55, h * 0.96],
    [0, h],
  ])
  const broth = turned([
    [0, -h + 1.5],
    [r * 0.9, -h + 2],
    [r * 0.9, h * 0.1],
    [0, h * 0.1],
  ])
  body.deleteAttribute('uv')
  return {
    solid: joined([painted(cap, { color: 0x2f7fb8, rough: 0.4 }), painted(broth, { color: 0x9a5a24, rough: 0.2 })]),
    glass: body,
    print: wrap(r * 1.01, h * 1.05, atlas, ['BLOOD CULTURE', i.title.zh]),
  }
}

export const ampoule: Builder = (i, atlas) => {
  const [r, , h] = halfOf(i)
  const glass = turned([
    [0, -h],
    [r * 0.92, -h + 0.6],
    [r, -h + 2],
    [r, h * 0.2],
    [r * 0.5, h * 0.4],
    [r * 0.62, h * 0.55],
    [r * 0.35, h * 0.9],
    [0, h],
  ])
  const fill = turned([
    [0, -h + 1],
    [r * 0.85, -h + 1.4],
    [r * 0.85, 0],
    [0, 0],
  ])
  glass.deleteAttribute('uv')
  return {
    solid: painted(fill, { color: 0xdfeaf0, rough: 0.1 }),
    glass,
    print: wrap(r * 1.02, h * 1.1, atlas, [i.title.en, i.title.zh]),
  }
}

export const stopcock: Builder = (i) => {
  const [r, , h] = halfOf(i)
  const white: Paint = { color: 0xeef3f4, rough: 0.3 }
  const along = painted(placed(rod(2.6, 2 * h), [0, 0, -h]), white)
  const branch = painted(placed(rod(2.6, r), [0, 0, 0], [0, 90, 0]), white)
  const core = painted(placed(rod(4.6, 9), [0, -4, 0], [-90, 0, 0]), white)
  const blue = { color: 0x2f76c8, rough: 0.4 }
  const handle = painted(placed(rounded([5, 2.4, 16], 1), [0, 5.4, -3]), blue)
  const cap = painted(placed(rod(3.4, 7), [0, 0, -h - 1]), { color: 0xd9483b, rough: 0.45 })
  return { solid: joined([along, branch, core, handle, cap]) }
}
