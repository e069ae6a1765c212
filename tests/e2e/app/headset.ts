// An emulated headset: the device is injected before the page loads, the test moves controllers or hands.
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { Pose, Vec3 } from '../../../scoring/math/index.ts'

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

export const plus = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
