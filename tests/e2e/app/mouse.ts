// Mouse and keyboard: left button, wheel and the keys that CONTROLS names.
import type { Page } from 'playwright-core'
import { HELPER_VERBS, NOTCH_ML } from './hand.ts'
import { noCounts, type Control, type Counts, type Device, type Pixel } from './device.ts'

const PX_PER_MM = 8
/** Where the mouse has room to go on, px from the window's top. */
const [TOP, BOTTOM] = [110, 640]

const LISTS = { do: 'e', put: 'b', talk: 't', wait: 'w', view: 'v' } as const
const ACTS = { exchange: 'x', holdHub: 'z', putBack: 'g' } as const

export class MouseDevice implements Device {
  readonly page: Page
  readonly counts: Counts = noCounts()
  private at: Pixel = [683, 400]

  constructor(page: Page) {
    this.page = page
  }

  async glide(at: Pixel): Promise<void> {
    this.at = at
    await this.page.mouse.move(at[0], at[1])
  }

  approach(at: Pixel): Promise<void> {
    return this.glide(at)
  }

  async touch(at: Pixel, during: () => Promise<void>, way: readonly Pixel[] = []): Promise<void> {
    await this.glide(at)
    await this.page.mouse.down()
    await during()
    for (const next of way) {
      await this.glide(next)
      await during()
    }
    await this.page.mouse.up()
    if (way.length > 0) this.counts.drags++
    else this.counts.presses++
  }

  async pick(at: Pixel): Promise<void> {
    await this.glide(at)
    await this.page.mouse.down()
    await this.page.mouse.up()
    this.counts.presses++
  }

  async tilt(next: () => Promise<Pixel | null>): Promise<void> {
    await this.page.keyboard.down('a')
    for (let by = await next(); by; by = await next()) await this.glide([this.at[0] + by[0], this.at[1] + by[1]])
    await this.page.keyboard.up('a')
    this.counts.keys++
    this.counts.drags++
  }

  async push(next: () => Promise<number | null>): Promise<void> {
    await this.page.keyboard.down('d')
    this.counts.keys++
    this.counts.drags++
    for (let mm = await next(); mm !== null; mm = await next()) {
      const y = this.at[1] - mm * PX_PER_MM
      if (y < TOP || y > BOTTOM) await this.regrip(y < TOP ? BOTTOM : TOP)
      await this.glide([this.at[0], this.at[1] - mm * PX_PER_MM])
    }
    await this.page.keyboard.up('d')
  }

  /** Lets go of D and takes the mouse to where there is room again. */
  private async regrip(y: number): Promise<void> {
    await this.page.keyboard.up('d')
    await this.glide([this.at[0], y])
    await this.page.waitForTimeout(60)
    await this.page.keyboard.down('d')
    this.counts.keys++
    this.counts.drags++
  }

  async plunger(ml: number): Promise<void> {
    const slow = Math.abs(Math.abs(ml) / NOTCH_ML - Math.round(Math.abs(ml) / NOTCH_ML)) > 0.05
    const notches = Math.round(Math.abs(ml) / (slow ? NOTCH_ML / 5 : NOTCH_ML))
    if (slow) await this.page.keyboard.down('s')
    for (let i = 0; i < notches; i++) await this.page.mouse.wheel(0, Math.sign(ml) * 120)
    // a wheel is heard in a later frame
    await this.page.waitForTimeout(60)
    if (slow) await this.page.keyboard.up('s')
    this.counts.notches += notches
  }

  async control(what: Control): Promise<void> {
    if ('list' in what && what.list === 'tools') {
      await this.page.click('.acts button:first-of-type')
      this.counts.presses++
      return
    }
    const key =
      'verb' in what
        ? String(HELPER_VERBS.indexOf(what.verb) + 1)
        : 'act' in what
          ? ACTS[what.act]
          : LISTS[what.list as keyof typeof LISTS]
    await this.page.keyboard.press(key)
    this.counts.keys++
  }

  async choose(index: number): Promise<void> {
    if (index < 9) {
      await this.page.keyboard.press(String(index + 1))
      this.counts.keys++
      return
    }
    await this.page.click(`.list-panel li:nth-child(${index + 1}) button`)
    this.counts.presses++
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    this.counts.keys++
  }
}
