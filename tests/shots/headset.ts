// Pictures of the built site through an emulated headset: both eyes, at rest and with a syringe in the hand.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { injectHeadset, place } from '../e2e/app/headset.ts'
import { Screen } from '../e2e/app/room.ts'
import { startSite } from '../e2e/app/site.ts'
import { launchChromium } from '../e2e/browsers.ts'

const OUT = resolve(import.meta.dirname, '../../build/shots')
const ROOM = 'room/new/knee-aspiration/hot-knee/guided/headset?clock=frames:3&render=off&quality=headset'

mkdirSync(OUT, { recursive: true })
const site = await startSite()
const browser = await launchChromium()
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' })).newPage()
  await injectHeadset(page, 'controller')
  await page.goto(`${site.url}${ROOM}`)
  await page.click('#enter-vr')
  const room = new Screen(page)
  await room.ready()
  await place(page, 'controllers', 'right', { p: [0.2, 1.2, -0.35], q: [0, 0, 0, 1] })
  await place(page, 'controllers', 'left', { p: [-0.2, 1.15, -0.35], q: [0, 0, 0, 1] })
  await page.evaluate(() => {
    const device = (window as unknown as { __xr: { quaternion: { set(...q: number[]): void } } }).__xr
    device.quaternion.set(-0.3, 0, 0, 0.954)
  })
  await room.ticks(60)
  // the picture of both eyes lies in the canvas for as long as the frame that drew it
  const png = await page.evaluate(async () => {
    await window.__surehand?.draw?.()
    return document.querySelector('canvas')?.toDataURL('image/png') ?? ''
  })
  writeFileSync(join(OUT, 'site-headset.png'), Buffer.from(png.split(',')[1] ?? '', 'base64'))
  console.log(join(OUT, 'site-headset.png'), await page.evaluate(() => JSON.stringify(window.__surehand?.info)))
} finally {
  await browser.close()
  site.close()
}
