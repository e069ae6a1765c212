// node tests/shots/look.mjs OUT.png "still=needle&view=work" [WIDTHxHEIGHT] : one picture of the room.
import { createServer } from 'vite'
import { resolve } from 'node:path'
import { launch } from './browser.mjs'

const jobs = []
for (let i = 2; i < process.argv.length; i += 2) jobs.push([process.argv[i], process.argv[i + 1] ?? ''])
const server = await createServer({ configFile: resolve(import.meta.dirname, 'vite.config.ts') })
await server.listen()
const browser = await launch()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(m.type(), m.text().slice(0, 400)))
  page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 600)))
  for (const [out, query] of jobs) {
    const t = Date.now()
    await page.goto(`http://localhost:5317/?${query}`)
    await page.waitForFunction(() => window.__surehand?.draw, null, { timeout: 60000 })
    await page.waitForFunction(() => !window.__loading, null, { timeout: 60000 })
    await page.evaluate(() => window.__surehand.draw())
    await page.evaluate(() => window.__surehand.draw())
    const url = await page.evaluate(async () => {
      const c = document.querySelector('canvas')
      const p = window.__surehand.draw()
      await p
      return c.toDataURL('image/png')
    })
    const { writeFileSync } = await import('node:fs')
    writeFileSync(out, Buffer.from(url.split(',')[1], 'base64'))
    console.log(out, JSON.stringify(await page.evaluate(() => window.__surehand.info)), Date.now() - t, 'ms')
  }
} finally {
  await browser.close()
  await server.close()
}
