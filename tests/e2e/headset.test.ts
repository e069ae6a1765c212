// A whole attempt in an emulated Quest, with controllers and with bare hands.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, between, compose, mad, rotate, scale, type Pose, type Vec3 } from '../../scoring/math/index.ts'
import { instruments } from '../../scenes/orthopedic/knee-aspiration/instruments.ts'
import { injectHeadset, takeOff, Wearer } from './app/headset.ts'
import { layerOf, Screen, wayIn } from './app/room.ts'
import { type Site, startSite } from './app/site.ts'
import { type Watch, watch } from './app/watch.ts'
import { isSkipped, launchChromium } from './browsers.ts'

const SYRINGE = instruments.find((i) => i.id === 'syringe-20')
if (!SYRINGE) throw new Error('knee-aspiration has no syringe-20')
const { id, grips, rest, syringe, boxes } = SYRINGE
const NEEDLE = instruments.find((i) => i.id === SYRINGE.mounted)
if (!NEEDLE || !SYRINGE.nozzle) throw new Error(`${id} carries no needle`)
const needle = NEEDLE.id
const reach = SYRINGE.nozzle[2] + NEEDLE.tip[2]
/** From the syringe's origin back to the end of its plunger when that is all the way in, m. */
const END_M = (boxes[0]?.half[2] ?? 0) + 0.01
const ROOM = 'room/new/knee-aspiration/hot-knee/practice/headset?clock=frames:3&render=off&quality=test'
const lifted = (p: Pose, m: number): Pose => ({ p: add(p.p, [0, m, 0]), q: p.q })

/** Pose of the syringe with its tip at `point`, looking along `way`. */
function aimed(point: Vec3, way: Vec3): Pose {
  return { p: add(point, scale(way, -reach)), q: between([0, 0, 1], way) }
}

let site: Site
let browser: Browser

async function enter(mode: 'controller' | 'hand'): Promise<{ page: Page; room: Screen; seen: Watch }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US' })
  const page = await context.newPage()
  const seen = watch(page, site.url)
  await injectHeadset(page, mode)
  await page.goto(`${site.url}${ROOM}`)
  await page.click(mode === 'hand' ? '#enter-vr-hands' : '#enter-vr')
  const room = new Screen(page)
  await room.ready()
  return { page, room, seen }
}

async function takeSyringe(wearer: Wearer, room: Screen): Promise<void> {
  await wearer.calibrate()
  const pose = (await room.now()).view.poses[id] ?? rest
  const grip = compose(pose, grips[0] ?? { p: [0, 0, 0], q: [0, 0, 0, 1] })
  await wearer.moveTo(lifted(grip, 0.1), 12)
  await wearer.moveTo(grip, 8)
  await wearer.squeeze(1)
  await room.until((p) => p.shown.right === id, `${id} in the hand`)
  await wearer.moveTo(lifted(grip, 0.15), 10)
}

async function pierce(wearer: Wearer, room: Screen): Promise<void> {
  const { portal, way } = wayIn(await room.now())
  await wearer.bring(id, aimed(mad(portal, way, -0.04), way), 30)
  await wearer.bring(id, aimed(mad(portal, way, 0.07), way), 90, (p) => layerOf(p, needle) === 'effusion')
  expect((await room.now()).view.scalars[`${needle}.depth_mm`]).toBeGreaterThan(8)
}

/** The other hand pinches the plunger's end, pulls it back so far along the barrel, and opens. */
async function pullPlunger(helper: Wearer, room: Screen, ml: number): Promise<void> {
  const { poses, scalars } = (await room.now()).view
  const pose = poses[id]
  if (!pose || !syringe) throw new Error(`no ${id} in the view`)
  const back = rotate(pose.q, [0, 0, -1])
  const end = mad(pose.p, back, END_M + (scalars[`${id}.plunger_ml`] ?? 0) * syringe.m_per_ml)
  await helper.reach(end, 20)
  await helper.squeeze(1)
  await room.ticks(30)
  await helper.reach(mad(end, back, ml * syringe.m_per_ml), 20)
  const pulled = (await room.ticks(30)).view.scalars[`${id}.plunger_ml`] ?? 0
  expect(Math.abs(pulled - ml)).toBeLessThan(1)
  await helper.squeeze(0)
  await room.ticks(45)
  await helper.reach(mad(end, back, 0.25), 20)
  const after = await room.ticks(30)
  expect(after.view.scalars[`${id}.plunger_ml`]).toBeCloseTo(pulled, 6)
  expect(after.shown).toMatchObject({ left: null, right: id })
}

async function layDown(wearer: Wearer, room: Screen): Promise<void> {
  const { portal, way } = wayIn(await room.now())
  await wearer.bring(id, aimed(mad(portal, way, -0.08), way), 40)
  await room.until((p) => p.view.scalars[`${needle}.inserted`] === 0, 'the needle out')
  await wearer.bring(id, lifted(rest, 0.15), 30)
  await wearer.bring(id, lifted(rest, 0.005), 15)
  await wearer.squeeze(0)
  await room.until((p) => p.shown.right === null, 'an empty hand')
}

async function finish(page: Page, room: Screen): Promise<void> {
  await takeOff(page)
  await room.until((p) => p.state === 'paused', 'the pause')
  await page.click('.middle >> text=Finish')
  await page.click('.middle .primary')
  await page.waitForURL(/\/attempts\/[0-9a-f]+$/)
  await page.click('form .primary')
  await page.waitForSelector('.bars')
}

describe.skipIf(isSkipped('chromium'))('an attempt in a headset', () => {
  beforeAll(async () => {
    site = await startSite()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  it('takes, pierces, draws, withdraws, lays down and finishes with controllers', async () => {
    const { page, room, seen } = await enter('controller')
    const wearer = new Wearer(room, 'controllers')
    await takeSyringe(wearer, room)
    await pierce(wearer, room)
    await wearer.trigger(1)
    await room.until((p) => (p.view.scalars[`${id}.fluid_ml`] ?? 0) > 3, 'fluid in the syringe')
    await wearer.trigger(0)
    await layDown(wearer, room)
    await finish(page, room)
    // fluid came out, but the skin was never prepared: that comes first
    expect(await page.textContent('.verdict')).toMatch(/never prepared/)
    expect(seen.complaints).toEqual([])
    expect(seen.foreign).toEqual([])
    await page.context().close()
  })

  it('takes, pierces, draws with the second hand, withdraws, lays down and finishes with bare hands', async () => {
    const { page, room, seen } = await enter('hand')
    const wearer = new Wearer(room, 'hands')
    const helper = new Wearer(room, 'hands', 'left')
    await helper.calibrate()
    await takeSyringe(wearer, room)
    await pierce(wearer, room)
    await pullPlunger(helper, room, 10)
    await room.until((p) => (p.view.scalars[`${id}.fluid_ml`] ?? 0) > 3, 'fluid in the syringe')
    await layDown(wearer, room)
    await finish(page, room)
    expect(await page.textContent('.notes')).toContain('bare hands')
    // fluid came out, but the skin was never prepared: that comes first
    expect(await page.textContent('.verdict')).toMatch(/never prepared/)
    expect(seen.complaints).toEqual([])
    expect(seen.foreign).toEqual([])
    await page.context().close()
  })
})
