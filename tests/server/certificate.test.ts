import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { covers, lanAddresses, ownCertificate } from '../../src/server/certificate.ts'
import { startServer } from '../../src/server/http.ts'

const folder = mkdtempSync(join(tmpdir(), 'surehand-cert-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DAY_MS = 86_400_000

it('is kept between starts, so that a headset is asked once, and its key is private', async () => {
  const first = await ownCertificate(folder)
  expect(await ownCertificate(folder)).toEqual(first)
  expect(statSync(join(folder, 'key.pem')).mode & 0o077).toBe(0)
})

it('is made anew before it ends or when the machine has another address', async () => {
  const first = await ownCertificate(folder)
  expect(covers(first, ['127.0.0.1', ...lanAddresses()], new Date())).toBe(true)
  expect(covers(first, ['203.0.113.9'], new Date())).toBe(false)
  const nextYear = new Date(Date.now() + 360 * DAY_MS)
  expect(covers(first, ['127.0.0.1'], nextYear)).toBe(false)
  const second = await ownCertificate(folder, nextYear)
  expect(second.cert).not.toBe(first.cert)
})

it('lets a client that trusts it connect by address without a complaint', async () => {
  const certificate = await ownCertificate(folder, new Date())
  const server = await startServer({ roots: [folder], port: 0, host: '127.0.0.1', certificate })
  const status = await new Promise<number | undefined>((done, fail) => {
    get({ host: '127.0.0.1', port: server.port, path: '/cert.pem', ca: certificate.cert, agent: false }, (res) => {
      res.resume()
      done(res.statusCode)
    }).on('error', fail)
  })
  await server.close()
  expect(status).toBe(200)
})
