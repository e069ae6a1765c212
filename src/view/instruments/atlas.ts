// One texture for every printed scale and label, painted on a canvas when the instruments are built.
import { CanvasTexture, SRGBColorSpace, type BufferGeometry, type Texture } from 'three'

export type Ink = (g: CanvasRenderingContext2D, w: number, h: number) => void

export interface Atlas {
  /** Paints a tall strip (a syringe's scale) or a small label and returns its place as u0, v0, u1, v1. */
  strip(ink: Ink): Place
  label(ink: Ink): Place
}

export type Place = readonly [number, number, number, number]

const SIZE = 2048
const STRIP = { w: 384, h: SIZE, max: 4 } as const
const LABEL = { w: SIZE - STRIP.w * STRIP.max, h: 170, max: 12 } as const

/** Maps a geometry's own uv (0..1) into its place of the atlas. */
export function onto(g: BufferGeometry, [u0, v0, u1, v1]: Place): BufferGeometry {
  const uv = g.getAttribute('uv')
  for (let i = 0; i < uv.count; i++) uv.setXY(i, u0 + uv.getX(i) * (u1 - u0), v0 + uv.getY(i) * (v1 - v0))
  return g
}

/** An atlas with its texture; call `upload` after the last thing was painted. */
export class PaintedAtlas implements Atlas {
  readonly texture: Texture
  private readonly g: CanvasRenderingContext2D
  private strips = 0
  private labels = 0

  constructor(anisotropy: number) {
    const canvas = document.createElement('canvas')
    canvas.width = SIZE
    canvas.height = SIZE
    const g = canvas.getContext('2d')
    if (!g) throw new Error('atlas: this browser gives no 2D canvas; labels cannot be drawn')
    this.g = g
    this.texture = new CanvasTexture(canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.anisotropy = anisotropy
  }

  strip(ink: Ink): Place {
    const i = this.strips++ % STRIP.max
    return this.paint(ink, [i * STRIP.w, 0, STRIP.w, STRIP.h])
  }

  label(ink: Ink): Place {
    const i = this.labels++ % LABEL.max
    return this.paint(ink, [STRIP.w * STRIP.max, i * LABEL.h, LABEL.w, LABEL.h - 2])
  }

  upload(): void {
    this.texture.needsUpdate = true
  }

  private paint(ink: Ink, [x, y, w, h]: readonly [number, number, number, number]): Place {
    this.g.save()
    this.g.translate(x, y)
    this.g.beginPath()
    this.g.rect(0, 0, w, h)
    this.g.clip()
    ink(this.g, w, h)
    this.g.restore()
    return [x / SIZE, 1 - (y + h) / SIZE, (x + w) / SIZE, 1 - y / SIZE]
  }
}
