// A person at a screen, as far as a test can be one: looks through window.__surehand, acts by mouse and keys only.
import type { Page } from 'playwright-core'
import { add, dot, lerp, normalize, rotate, scale, sub, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { AppHook, RoomProbe } from '../../../src/app/debug.ts'

export type Probe = RoomProbe
export const FAST = '?clock=frames:9&render=off&quality=test'

type Hooked = Window & { readonly __surehand?: AppHook }

const PX_PER_MM = 8
const clamp = (v: number, by: number): number => Math.max(-by, Math.min(by, v))

export class Screen {
  readonly page: Page
  private at: readonly [number, number] = [0, 0]

  constructor(page: Page) {
    this.page = page
  }

  /** Waits for the room and for its first ticks. */
  async ready(): Promise<void> {
    await this.until((p) => p.tick > 0, 'the first tick')
  }

  probe(): Promise<Probe | undefined> {
    return this.page.evaluate(() => (window as Hooked).__surehand?.room?.())
  }

  async now(): Promise<Probe> {
    const p = await this.probe()
    if (!p) throw new Error('the page has no open room')
    return p
  }

  /** @throws Error naming what did not come about, with the state of the room */
  async until(what: (p: Probe) => boolean, name: string, limit_ms = 60_000): Promise<Probe> {
    const end = Date.now() + limit_ms
    for (;;) {
      const p = await this.probe()
      if (p && what(p)) return p
      if (Date.now() > end)
        throw new Error(`room: ${name} did not come within ${limit_ms} ms; ${JSON.stringify(p?.shown)}`)
      await this.page.waitForTimeout(30)
    }
  }

  /** Lets so many ticks go by. */
  async ticks(n: number): Promise<Probe> {
    const from = (await this.now()).tick
    return this.until((p) => p.tick >= from + n || p.state !== 'running', `${n} more ticks`)
  }

  async pixel(point: Vec3): Promise<readonly [number, number]> {
    const at = await this.page.evaluate((p) => (window as Hooked).__surehand?.project?.(p), point)
    if (!at) throw new Error(`point ${point.join(', ')} is not in the picture`)
    return at
  }

  async moveTo(x: number, y: number): Promise<void> {
    this.at = [x, y]
    await this.page.mouse.move(x, y)
  }

  async point(at: Vec3): Promise<void> {
    await this.moveTo(...(await this.pixel(at)))
  }

  async press(at: Vec3): Promise<void> {
    await this.point(at)
    await this.page.mouse.down()
    await this.page.mouse.up()
  }

  async key(code: string): Promise<void> {
    await this.page.keyboard.press(code)
  }

  /** Chooses the n-th entry of the list that a key opens. */
  async choose(key: string, n: number): Promise<void> {
    await this.key(key)
    await this.page.waitForSelector('.list-panel')
    await this.key(String(n))
    await this.page.waitForSelector('.list-panel', { state: 'detached' })
  }

  /** Looks at the tray, presses the instrument where it lies, looks back at the work. */
  async take(id: string): Promise<void> {
    await this.choose('v', 4)
    await this.ticks(45)
    const pose = (await this.now()).view.poses[id]
    if (!pose) throw new Error(`no instrument ${id} in the view`)
    await this.press(pose.p)
    await this.until((p) => p.shown.status?.holding === id && p.shown.status.phase === 'held', `${id} in the hand`)
    await this.choose('v', 1)
    await this.ticks(30)
  }

  async wheel(notches: number): Promise<void> {
    for (let i = 0; i < Math.abs(notches); i++) await this.page.mouse.wheel(0, Math.sign(notches) * 120)
  }

  /** Tilts with A held until the needle looks along `way`, as someone does who watches the angle. */
  async tiltTo(id: string, way: Vec3): Promise<void> {
    await this.page.keyboard.down('a')
    for (let i = 0; i < 80; i++) {
      const { view } = await this.now()
      const pose = view.poses[id]
      const head = view.poses['head']
      if (!pose || !head) break
      const off = sub(rotate(pose.q, [0, 0, 1]), way)
      if (Math.sqrt(dot(off, off)) < 0.02) break
      const px = (axis: Vec3): number => clamp(dot(off, rotate(head.q, axis)) * 60, 12)
      await this.moveTo(this.at[0] + px([1, 0, 0]), this.at[1] - px([0, 1, 0]))
      await this.ticks(9)
    }
    await this.page.keyboard.up('a')
  }

  /** Pushes (or withdraws) with D held, a millimetre at a time, until `done`. */
  async push(mm: number, done: (p: Probe) => boolean = () => false): Promise<void> {
    await this.page.keyboard.down('d')
    for (let i = 0; i < Math.abs(mm); i++) {
      if (mm > 0 && this.at[1] < 80) await this.regrip(620)
      if (mm < 0 && this.at[1] > 640) await this.regrip(100)
      await this.moveTo(this.at[0], this.at[1] - Math.sign(mm) * PX_PER_MM)
      if (done(await this.ticks(9))) break
    }
    await this.page.keyboard.up('d')
  }

  /** Lets go of D and takes the mouse to where there is room again; in tissue that moves nothing. */
  private async regrip(y: number): Promise<void> {
    await this.page.keyboard.up('d')
    await this.moveTo(this.at[0], y)
    await this.ticks(9)
    await this.page.keyboard.down('d')
  }

  /** Advances into a layer; a hand that went too far after the give comes back a millimetre at a time. */
  async reach(id: string, layer: string): Promise<void> {
    await this.push(70, (p) => layerOf(p, id) === layer)
    for (let i = 0; i < 30; i++) {
      if (layerOf(await this.ticks(27), id) === layer) return
      await this.push(-1)
    }
    throw new Error(`${id}: never came to rest in ${layer}`)
  }

  /** Ends the attempt by button and waits for its report. */
  async finish(): Promise<void> {
    await this.page.click('.top-strip .finish')
    await this.page.click('.middle .primary')
    await this.page.waitForURL(/\/attempts\/[0-9a-f]+$/)
  }
}

/** Where the tip of a tool is that points along +z, `reach` metres from its origin. */
export function tipOf(pose: Pose, reach: number): Vec3 {
  return add(pose.p, rotate(pose.q, [0, 0, reach]))
}

/** From the portal into the pouch above the patella, 20 mm under the skin; unit vector. */
export function wayIn(p: Probe): { readonly portal: Vec3; readonly way: Vec3 } {
  const { portal_superolateral: portal, patella_superior_pole: pole, pouch_middle: pouch } = p.landmarks
  if (!portal || !pole || !pouch) throw new Error('the patient lacks a landmark of portal, upper pole or pouch')
  const over = lerp(pole, pouch, 0.8)
  return { portal, way: normalize(sub(add(over, [0, -0.02, 0]), portal)) }
}

/** The layer in which a tool's tip is, by its name. */
export function layerOf(p: Probe, tool: string): string {
  return p.layers[p.view.scalars[`${tool}.layer`] ?? 0] ?? ''
}

/** A point beside another; for pressing next to things. */
export const beside = (p: Vec3, by: Vec3, times = 1): Vec3 => add(p, scale(by, times))
