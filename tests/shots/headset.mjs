// The room in an emulated headset: stereo picture and counts. Used by shoot.mjs.
const IWER = new URL('../../node_modules/iwer/build/iwer.min.js', import.meta.url).pathname

/** Opens the page with an emulated device and enters the session. */
export async function enterHeadset(page, address) {
  await page.addInitScript({ path: IWER })
  await page.addInitScript(() => {
    const device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true, ipd: 0.063 })
    device.installRuntime({ forceInstall: true })
    window.__xr = device
  })
  await page.goto(address)
  await page.waitForFunction(() => window.__loading === false && window.__surehand?.draw, null, { timeout: 120000 })
  await page.click('#enter-vr')
  await page.waitForFunction(() => window.__presenting === true, null, { timeout: 60000 })
  await page.evaluate(() => {
    const a = -0.72
    window.__xr.position.set(0, 1.22, 0.4)
    window.__xr.quaternion.set(Math.sin(a / 2), 0, 0, Math.cos(a / 2))
  })
}
