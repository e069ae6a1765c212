// Paints a panel's lines on a canvas; again only when they have changed.
import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, SRGBColorSpace } from 'three'
import { fontOf } from './font.ts'
import { wrap } from './wrap.ts'

export interface PanelLine {
  readonly text: string
  /** Height of the type as a share of the standard one (1). */
  readonly size?: number
  readonly color?: string
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right'
}

export interface PanelLook {
  readonly width: number
  readonly height: number
  /** Height of standard type, px: 48 px on 1024 px for a panel of 0.6 m reads well at 1 m. */
  readonly type: number
  readonly background: string
  readonly ink: string
}

export const LOOK: PanelLook = { width: 1024, height: 512, type: 48, background: '#12262ee8', ink: '#f2f7f7' }

export class PanelCanvas {
  readonly texture: CanvasTexture
  /** How often it was painted. */
  painted = 0
  private readonly g: CanvasRenderingContext2D
  private readonly look: PanelLook
  private shown = ''

  constructor(look: PanelLook) {
    this.look = look
    const canvas = document.createElement('canvas')
    canvas.width = look.width
    canvas.height = look.height
    const g = canvas.getContext('2d')
    if (!g) throw new Error('panel: this browser gives no 2D canvas')
    this.g = g
    this.texture = new CanvasTexture(canvas)
    this.texture.colorSpace = SRGBColorSpace
    this.texture.anisotropy = 8
    this.texture.minFilter = LinearMipmapLinearFilter
    this.texture.magFilter = LinearFilter
  }

  /** Shows `lines`; nothing happens when they are shown already. */
  show(lines: readonly PanelLine[]): void {
    const key = JSON.stringify(lines)
    if (key === this.shown) return
    this.shown = key
    this.painted++
    this.paint(lines)
    this.texture.needsUpdate = true
  }

  /** The next `show` paints again: a font has arrived. */
  repaint(): void {
    this.shown = ''
  }

  private paint(lines: readonly PanelLine[]): void {
    const { g, look } = this
    g.clearRect(0, 0, look.width, look.height)
    g.fillStyle = look.background
    g.beginPath()
    g.roundRect?.(0, 0, look.width, look.height, look.type * 0.5)
    if (!g.roundRect) g.rect(0, 0, look.width, look.height)
    g.fill()
    const margin = look.type * 0.7
    let y = margin
    for (const line of lines) y = this.line(line, y, margin)
  }

  private line(line: PanelLine, top: number, margin: number): number {
    const { g, look } = this
    const px = look.type * (line.size ?? 1)
    g.font = fontOf(px, line.bold)
    g.fillStyle = line.color ?? look.ink
    g.textBaseline = 'top'
    g.textAlign = line.align ?? 'left'
    const width = look.width - 2 * margin
    const x = g.textAlign === 'center' ? look.width / 2 : g.textAlign === 'right' ? look.width - margin : margin
    let y = top
    for (const t of wrap(line.text, width, (s) => g.measureText(s).width)) {
      g.fillText(t, x, y)
      y += px * 1.36
    }
    return y + px * 0.12
  }
}
