// An emulated headset: the device is injected before the page loads, the test moves controllers or hands.
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { compose, invert, lerp, nlerp, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Probe, Screen } from './room.ts'

const IWER = resolve(import.meta.dirname, '../../../node_modules/iwer/build/iwer.min.js')

interface Movable {
  readonly position: { set(x: number, y: number, z: number): void }
  readonly quaternion: { set(x: number, y: number, z: number, w: number): void }
}
interface Device extends Movable {
  primaryInputMode: string
  readonly controllers: Readonly<Record<Side, Movable & { updateButtonValue(id: string, value: number): void }>>
  readonly hands: Readonly<Record<Side, Movable & { updatePinchValue(value: number): void }>>
  installRuntime(options: { forceInstall: boolean }): void
}
interface Emulator {
  readonly XRDevice: new (config: unknown, options: object) => Device
  readonly metaQuest3: unknown
}
type Emulated = Window & { __xr: Device; IWER: Emulator }

export type Side = 'left' | 'right'

/** Puts a Quest with a wearer of 1.6 m in front of the page's scripts. */
export async function injectHeadset(page: Page, mode: 'controller' | 'hand'): Promise<void> {
  await page.addInitScript({ path: IWER })
  await page.addInitScript((inputMode) => {
    const w = window as unknown as Emulated
    const device = new w.IWER.XRDevice(w.IWER.metaQuest3, { stereoEnabled: true, ipd: 0.063 })
    device.installRuntime({ forceInstall: true })
    device.primaryInputMode = inputMode
    device.position.set(0, 1.5, 0)
    w.__xr = device
  }, mode)
}

/** Puts the grip of a controller, or the wrist of a hand, at a pose of the reference space. */
export async function place(page: Page, kind: 'controllers' | 'hands', side: Side, pose: Pose): Promise<void> {
  await page.evaluate(
    ([k, s, p, q]) => {
      const thing = (window as unknown as Emulated).__xr[k][s]
      thing.position.set(...p)
      thing.quaternion.set(...q)
    },
    [kind, side, pose.p as [number, number, number], pose.q as [number, number, number, number]] as const,
  )
}

export async function button(page: Page, side: Side, id: 'trigger' | 'squeeze', value: number): Promise<void> {
  await page.evaluate(([s, b, v]) => (window as unknown as Emulated).__xr.controllers[s].updateButtonValue(b, v), [
    side,
    id,
    value,
  ] as const)
}

export async function pinch(page: Page, side: Side, value: number): Promise<void> {
  await page.evaluate(([s, v]) => (window as unknown as Emulated).__xr.hands[s].updatePinchValue(v), [
    side,
    value,
  ] as const)
}

/** Ends the session, as taking the headset off does. */
export async function takeOff(page: Page): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { __xr: { activeSession?: { end(): Promise<void> } } }).__xr.activeSession?.end(),
  )
}

/** Where the table comes to for a wearer whose eyes are 1.5 m high and who looks straight ahead. */
const WORK_FRAME: Pose = { p: [0, 1, -0.45], q: [0, 0, 0, 1] }

/** A wearer, as far as a test can be one: moves one hand in the work frame, by steps that a person could make. */
export class Wearer {
  readonly room: Screen
  private readonly kind: 'controllers' | 'hands'
  private readonly side: Side
  /** From the pose that a script sets to the grip that the page sees. */
  private offset: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] }
  private hand: Pose

  constructor(room: Screen, kind: 'controllers' | 'hands', side: Side = 'right') {
    this.side = side
    this.hand = { p: [side === 'right' ? 0.25 : -0.25, 0.3, 0.3], q: [0, 0, 0, 1] }
    this.room = room
    this.kind = kind
  }

  private async set(device: Pose): Promise<void> {
    await place(this.room.page, this.kind, this.side, device)
  }

  /** Learns how the grip lies to what a script sets; a closed hand lies otherwise than an open one. */
  async calibrate(): Promise<void> {
    const device = compose(WORK_FRAME, this.hand)
    if (this.kind === 'hands') await this.squeeze(1)
    await this.set(device)
    const seen = (await this.room.ticks(30)).view.poses[this.side]
    if (!seen) throw new Error('the page sees no hand')
    this.offset = compose(invert(device), compose(WORK_FRAME, seen))
    if (this.kind === 'hands') await this.squeeze(0)
    await this.room.ticks(30)
  }

  async squeeze(value: number): Promise<void> {
    if (this.kind === 'hands') await pinch(this.room.page, this.side, value)
    else await button(this.room.page, this.side, 'squeeze', value)
  }

  async trigger(value: number): Promise<void> {
    await button(this.room.page, this.side, 'trigger', value)
  }

  /** Moves the hand there in so many steps, a few ticks each. */
  async moveTo(goal: Pose, steps: number, done: (p: Probe) => boolean = () => false): Promise<boolean> {
    const from = this.hand
    for (let i = 1; i <= steps; i++) {
      const f = i / steps
      this.hand = { p: lerp(from.p, goal.p, f), q: nlerp(from.q, goal.q, f) }
      await this.set(compose(compose(WORK_FRAME, this.hand), invert(this.offset)))
      if (done(await this.room.ticks(6))) return true
    }
    return false
  }

  /** Moves the hand to a point, turned as it is. */
  async reach(at: Vec3, steps: number): Promise<void> {
    await this.moveTo({ p: at, q: this.hand.q }, steps)
  }

  /** Brings a held tool to a pose: the hand goes where it must be for that. */
  async bring(tool: string, goal: Pose, steps: number, done?: (p: Probe) => boolean): Promise<boolean> {
    const { poses } = (await this.room.now()).view
    const [hand, held] = [poses[this.side], poses[tool]]
    if (!hand || !held) throw new Error(`no ${tool} in the view`)
    return this.moveTo(compose(goal, invert(compose(invert(hand), held))), steps, done)
  }
}
