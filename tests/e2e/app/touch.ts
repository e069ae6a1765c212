// Fingers on a phone: taps on buttons, gestures on the picture and its rails, sent as real touches.
import type { CDPSession, Page } from 'playwright-core'
import { HELPER_VERBS, NOTCH_ML } from './hand.ts'
import { noCounts, type Control, type Counts, type Device, type Pixel } from './device.ts'

/** The tip is led from so far below it, px. */
const OFFSET_PX = 60
const PX_PER_MM = 10
const PX_PER_NOTCH = 10
/** Two fingers that tilt lie so far from each other, px. */
const APART_PX = 90

const KEYS = { do: 'E', put: 'B', talk: 'T', wait: 'W', view: 'V', exchange: 'X', holdHub: 'Z', putBack: 'G' } as const

export class TouchDevice implements Device {
  readonly page: Page
  readonly counts: Counts = noCounts()
  private cdp: CDPSession | null = null
  private at: Pixel = [400, 200]
  private readonly down = new Map<number, Pixel>()

  constructor(page: Page) {
    this.page = page
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    this.cdp ??= await this.page.context().newCDPSession(this.page)
    const touchPoints = [...this.down].map(([id, [x, y]]) => ({ id, x, y }))
    await this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  }

  private async start(id: number, at: Pixel): Promise<void> {
    this.down.set(id, at)
    await this.send('touchStart')
  }

  private async move(id: number, at: Pixel): Promise<void> {
    this.down.set(id, at)
    await this.send('touchMove')
  }

  private async end(): Promise<void> {
    this.down.clear()
    await this.send('touchEnd')
  }

  async glide(at: Pixel): Promise<void> {
    this.at = at
    await this.start(0, under(at))
    await this.end()
    this.counts.presses++
  }

  async approach(at: Pixel): Promise<void> {
    this.at = at
  }

  async touch(at: Pixel, during: () => Promise<void>, way: readonly Pixel[] = []): Promise<void> {
    await this.start(0, under(at))
    // until the finger has stayed long enough to bring the tip down
    for (let i = 0; i < (way.length > 0 ? 6 : 2); i++) await during()
    for (const next of way) {
      await this.move(0, under(next))
      await during()
    }
    await this.end()
    this.at = way.at(-1) ?? at
    if (way.length > 0) this.counts.drags++
    else this.counts.presses++
  }

  async pick(at: Pixel): Promise<void> {
    await this.start(0, at)
    await this.end()
    this.counts.presses++
  }

  async tilt(next: () => Promise<Pixel | null>): Promise<void> {
    const size = this.page.viewportSize() ?? { width: 844, height: 390 }
    const isOut = ([x, y]: Pixel): boolean => x < 130 || x > size.width - 130 || y < 60 || y > size.height - 60
    let pair = await this.layTwo()
    for (let by = await next(); by; by = await next()) {
      pair = pair.map(([x, y]): Pixel => [x + by[0], y + by[1]]) as [Pixel, Pixel]
      if (pair.some(isOut)) {
        await this.end()
        pair = await this.layTwo()
        continue
      }
      this.down.set(0, pair[0]).set(1, pair[1])
      await this.send('touchMove')
    }
    await this.end()
  }

  /** Two fingers below the tip: nothing moves by their coming. */
  private async layTwo(): Promise<[Pixel, Pixel]> {
    this.counts.drags++
    const [x, y] = under(this.at)
    const pair: [Pixel, Pixel] = [
      [x, Math.min(y, 290)],
      [x < 400 ? x + APART_PX : x - APART_PX, Math.min(y, 290)],
    ]
    await this.start(0, pair[0])
    await this.start(1, pair[1])
    return pair
  }

  private async rail(which: 'push' | 'dial'): Promise<{ x: number; top: number; bottom: number }> {
    const box = await this.page.locator(`[data-hand-target="${which}Rail"]`).boundingBox()
    if (!box) throw new Error(`the page shows no rail to ${which}`)
    return { x: box.x + box.width / 2, top: box.y + 12, bottom: box.y + box.height - 12 }
  }

  async push(next: () => Promise<number | null>): Promise<void> {
    const { x, top, bottom } = await this.rail('push')
    let y = 0
    for (let mm = await next(); mm !== null; mm = await next()) {
      const to = y - mm * PX_PER_MM
      if (to < top || to > bottom) {
        if (this.down.size > 0) await this.end()
        y = mm > 0 ? bottom : top
        await this.start(0, [x, y])
        this.counts.drags++
      }
      y -= mm * PX_PER_MM
      await this.move(0, [x, y])
    }
    if (this.down.size > 0) await this.end()
  }

  async plunger(ml: number): Promise<void> {
    const { x, top, bottom } = await this.rail('dial')
    const y = (top + bottom) / 2
    await this.start(0, [x, y])
    await this.move(0, [x, y + (ml / NOTCH_ML) * PX_PER_NOTCH])
    await this.end()
    this.counts.drags++
  }

  async control(what: Control): Promise<void> {
    this.counts.presses++
    if ('list' in what && what.list === 'tools') return this.page.locator('.acts button').first().tap()
    const key =
      'verb' in what
        ? String(HELPER_VERBS.indexOf(what.verb) + 1)
        : 'act' in what
          ? KEYS[what.act]
          : KEYS[what.list as Exclude<typeof what.list, 'tools'>]
    await this.page.locator(`.tools button:has(kbd:text-is("${key}"))`).first().tap()
  }

  async choose(index: number): Promise<void> {
    await this.page.locator(`.list-panel li:nth-child(${index + 1}) button`).tap()
    this.counts.presses++
  }

  async close(): Promise<void> {
    await this.page.locator('.acts button[aria-expanded="true"]').tap()
    this.counts.presses++
  }
}

const under = ([x, y]: Pixel): Pixel => [x, y + OFFSET_PX]
