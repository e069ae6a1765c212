// A doctor at a screen: looks at the picture (window.__surehand stands for the eyes), acts through a device alone.
import { dot, rotate, sub, type Vec3 } from '../../../scoring/math/index.ts'
import { kneeAspiration } from '../../../scenes/orthopedic/knee-aspiration/index.ts'
import type { Command, Verb } from '../../../src/sim/index.ts'
import type { Device, Pixel } from './device.ts'
import { layerOf, type Probe, type Screen } from './room.ts'

export type ViewOf = 'work' | 'side' | 'face' | 'tray'
const VIEW_ORDER: readonly ViewOf[] = ['work', 'side', 'face', 'tray']
const WAITS = ['30', '60', '300', '600', '900']

const clamp = (v: number, by: number): number => Math.max(-by, Math.min(by, v))

export class Doctor {
  readonly screen: Screen
  readonly device: Device
  private view: ViewOf = 'work'
  /** What others said, read from the captions. */
  readonly heard: string[] = []

  private readonly onRest: (tick: number) => void

  /** @param onRest told of the tick after every act, so that acts can be counted by step */
  constructor(screen: Screen, device: Device, onRest: (tick: number) => void = () => undefined) {
    this.screen = screen
    this.device = device
    this.onRest = onRest
  }

  now(): Promise<Probe> {
    return this.screen.now()
  }

  /** Lets time go by, and reads the caption. */
  async rest(ticks: number): Promise<Probe> {
    const probe = await this.screen.ticks(ticks)
    this.onRest(probe.tick)
    const caption = await this.screen.page.evaluate(() => document.querySelector('.captions')?.textContent ?? '')
    if (caption !== '' && this.heard.at(-1) !== caption) this.heard.push(caption)
    return probe
  }

  private async openList(list: 'tools' | 'do' | 'put' | 'talk' | 'wait' | 'view'): Promise<void> {
    await this.device.control({ list })
    await this.screen.page.waitForSelector('.list-panel')
  }

  private async closed(): Promise<void> {
    await this.screen.page.waitForSelector('.list-panel', { state: 'detached' })
  }

  private async choose(list: 'tools' | 'put' | 'talk' | 'wait' | 'view', index: number): Promise<void> {
    await this.openList(list)
    await this.device.choose(index)
    await this.closed()
    await this.rest(9)
  }

  async look(view: ViewOf): Promise<void> {
    if (view === this.view) return
    await this.choose('view', VIEW_ORDER.indexOf(view))
    this.view = view
    await this.rest(27)
  }

  async say(phrase: string): Promise<void> {
    await this.choose(
      'talk',
      kneeAspiration.phrases.findIndex((p) => p.id === phrase),
    )
    await this.rest(90)
  }

  async wait(seconds: number): Promise<void> {
    await this.choose('wait', WAITS.indexOf(String(seconds)))
  }

  /** Commands of one kind from the list of acts, one after another. */
  async acts(...commands: readonly Command[]): Promise<void> {
    for (const c of commands) {
      const group = kneeAspiration.actGroups.findIndex((g) => g.acts.some((a) => isSame(a.command, c)))
      const found = kneeAspiration.actGroups[group]
      if (!found) throw new RangeError(`no list offers ${JSON.stringify(c)}`)
      await this.openGroup(group, found.title.en)
      await this.device.choose(found.acts.findIndex((a) => isSame(a.command, c)))
      if (c.command === 'open') await this.device.close()
      await this.closed()
      await this.rest(9)
    }
  }

  private async openGroup(group: number, title: string): Promise<void> {
    await this.openList('do')
    await this.device.choose(group)
    await this.screen.page.waitForFunction((t) => document.querySelector('.list-panel h2')?.textContent === t, title)
  }

  /** Reads these records in one go: the list stays open. */
  async read(fields: readonly string[]): Promise<void> {
    const group = kneeAspiration.actGroups.findIndex((g) => g.id === 'record')
    const found = kneeAspiration.actGroups[group]
    if (!found) throw new RangeError('no list of records')
    await this.openGroup(group, found.title.en)
    for (const field of fields) {
      await this.device.choose(found.acts.findIndex((a) => a.command.args['field'] === field))
      await this.rest(9)
    }
    await this.device.close()
    await this.closed()
  }

  decide(about: string, choice: string): Promise<void> {
    return this.acts({ command: 'decide', args: { about, choice } })
  }

  prepare(act: string): Promise<void> {
    return this.acts({ command: 'prepare', args: { act } })
  }

  order(item: string): Promise<void> {
    return this.acts({ command: 'order', args: { item } })
  }

  /** A verb of the helper hand at a point of the picture. */
  async helper(verb: Verb, at?: Vec3): Promise<void> {
    await this.device.control({ verb })
    await this.rest(9)
    if (at) await this.device.pick(await this.screen.pixel(at))
    await this.rest(9)
    await this.screen.until(
      (p) => p.shown.status?.helper.verb === verb && p.shown.status.helper.pending === null,
      `the helper hand to ${verb}`,
    )
  }

  async holdHub(): Promise<void> {
    await this.device.control({ act: 'holdHub' })
    await this.rest(27)
  }

  /** Presses an instrument where it lies on the tray, and looks back at the work. */
  async take(id: string): Promise<void> {
    await this.look('tray')
    const lies = (await this.now()).view.poses[id]
    if (!lies) throw new Error(`no instrument ${id} in the view`)
    await this.device.pick(await this.screen.pixel(lies.p))
    await this.screen.until(
      (p) => p.shown.status?.holding === id && p.shown.status.phase === 'held',
      `${id} in the hand`,
    )
    await this.rest(45)
  }

  /** Presses a container of the room with the tool in the hand. */
  async putInto(bin: 'sharps_box' | 'waste'): Promise<void> {
    await this.look('tray')
    const at = kneeAspiration.fixtures.find((f) => f.id === bin)
    if (!at) throw new RangeError(`the room has no ${bin}`)
    const top = (at.boxes[0]?.half[1] ?? 0) + at.at[1]
    await this.device.pick(await this.screen.pixel([at.at[0], top, at.at[2]]))
    await this.emptied()
  }

  async putBack(): Promise<void> {
    await this.device.control({ act: 'putBack' })
    await this.emptied()
  }

  private async emptied(): Promise<void> {
    await this.screen.until((p) => p.shown.status?.phase === 'empty', 'an empty hand')
    await this.rest(18)
  }

  /** The tip glides over a point of the skin and comes to rest there. */
  async glide(at: Vec3): Promise<void> {
    await this.device.glide(await this.screen.pixel(at))
    await this.rest(90)
  }

  /** Presses on a point and stays for so long. */
  async press(at: Vec3, ticks: number): Promise<void> {
    const pixel = await this.screen.pixel(at)
    await this.device.approach(pixel)
    await this.rest(45)
    await this.device.touch(pixel, async () => void (await this.rest(ticks)))
    await this.rest(36)
  }

  /** Draws what is in the hand over the skin, pressed down. */
  async stroke(points: readonly Vec3[]): Promise<void> {
    const pixels: Pixel[] = []
    for (const p of points) pixels.push(await this.screen.pixel(p))
    const [first, ...way] = pixels
    if (!first) return
    await this.device.approach(first)
    await this.rest(18)
    await this.device.touch(first, async () => void (await this.screen.ticks(9)), way)
    await this.rest(9)
  }

  /** Tilts until the tool looks along `way`, as someone does who watches the angle. */
  async tiltTo(id: string, way: Vec3): Promise<void> {
    let left = 120
    await this.device.tilt(async () => {
      const { view } = await this.screen.ticks(9)
      const [pose, head] = [view.poses[id], view.poses['head']]
      if (!pose || !head || left-- <= 0) return null
      const off = sub(rotate(pose.q, [0, 0, 1]), way)
      if (Math.sqrt(dot(off, off)) < 0.012) return null
      const px = (axis: Vec3): number => clamp(dot(off, rotate(head.q, axis)) * 100, 24)
      return [px([1, 0, 0]), -px([0, 1, 0])]
    })
    if (left <= 0) throw new Error(`${id}: the angle was never reached`)
  }

  /** Pushes by steps until `done`, at most `mm`; negative withdraws. */
  async push(mm: number, done: (p: Probe) => boolean = () => false, step = 1): Promise<Probe> {
    let gone = 0
    let seen = await this.now()
    await this.device.push(async () => {
      seen = await this.screen.ticks(9)
      if (gone >= Math.abs(mm) - 1e-6 || done(seen)) return null
      gone += step
      return Math.sign(mm) * step
    })
    return seen
  }

  /** Moves the plunger in small strokes; positive draws. */
  async plunger(ml: number, stroke = 0.5): Promise<void> {
    for (let left = Math.abs(ml); left > 1e-6; left -= stroke) {
      await this.device.plunger(Math.sign(ml) * Math.min(stroke, left))
      await this.screen.ticks(27)
    }
  }

  /** Takes the syringe off its needle, brings it to one, or puts it on: what the button says. */
  async exchange(act: 'off' | 'near' | 'on'): Promise<void> {
    const offers = ({ shown }: Probe): string => shown.status?.exchange?.act ?? ''
    const seen = await this.screen.until((p) => [act, 'on'].includes(offers(p)), `an exchange "${act}"`)
    if (offers(seen) !== act) return
    await this.device.control({ act: 'exchange' })
    await this.rest(45)
  }

  /** Comes all the way out and a hand's breadth more. */
  async withdraw(needle: string): Promise<void> {
    await this.push(-90, (p) => p.view.scalars[`${needle}.inserted`] === 0, 2)
    await this.push(-40, () => false, 4)
    await this.rest(18)
  }

  layer(p: Probe, needle: string): string {
    return layerOf(p, needle)
  }
}

function isSame(a: Command, b: Command): boolean {
  return a.command === b.command && Object.entries(b.args).every(([k, v]) => a.args[k] === v)
}
