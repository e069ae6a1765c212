// Starting the picture page and taking one picture of it.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createServer } from 'vite'
import { launch } from './browser.mjs'
import { enterHeadset } from './headset.mjs'

const ADDRESS = 'http://localhost:5317/'

/** @returns functions that take pictures, and one that closes everything */
export async function openStudio(size = { width: 1280, height: 720 }) {
  const server = await createServer({ configFile: resolve(import.meta.dirname, 'vite.config.ts') })
  await server.listen()
  const browser = await launch()
  const problems = []
  const newPage = async () => {
    const page = await browser.newPage({ viewport: size })
    page.on('pageerror', (e) => problems.push(e.message))
    page.on('console', (m) => m.type() === 'error' && !/404/.test(m.text()) && problems.push(m.text()))
    page.on('request', (r) => {
      if (!/^(http:\/\/localhost:5317|data:|blob:)/.test(r.url()))
        problems.push(`request leaves the origin: ${r.url()}`)
    })
    return page
  }
  const shoot = async (page, out) => {
    const url = await page.evaluate(async () => {
      for (let i = 0; i < 12; i++) await new Promise((done) => requestAnimationFrame(done))
      await window.__surehand.draw()
      const drawn = window.__surehand.draw()
      await drawn
      return window.__canvas.toDataURL('image/png')
    })
    writeFileSync(out, Buffer.from(url.split(',')[1], 'base64'))
    return page.evaluate(() => window.__surehand.info)
  }
  return {
    problems,
    async desktop(out, query) {
      const page = await newPage()
      await page.goto(`${ADDRESS}?${query}`)
      await page.waitForFunction(() => window.__loading === false && window.__surehand?.draw, null, { timeout: 120000 })
      const info = await shoot(page, out)
      await page.close()
      return info
    },
    async headset(out, query) {
      const page = await newPage()
      await enterHeadset(page, `${ADDRESS}?xr&${query}`)
      await page.evaluate(() => window.__surehand.draw())
      await page.evaluate(() => window.__surehand.draw())
      const info = await shoot(page, out)
      await page.close()
      return info
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
