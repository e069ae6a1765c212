import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type RunningServer } from '../../src/server/http.ts'

const ENGINE = `${'ab'.repeat(32)}.js`
let folder = ''
let server: RunningServer
const url = (path: string): string => `http://127.0.0.1:${server.port}${path}`

/** Sends the path as it is: fetch would tidy `..` away. */
function raw(path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const req = request({ host: '127.0.0.1', port: server.port, path, method }, (res) => {
      let body = ''
      res
        .on('data', (part: Buffer) => (body += part.toString()))
        .on('end', () => done({ status: res.statusCode ?? 0, body }))
    })
    req.on('error', fail).end()
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'surehand-http-'))
  const put = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  put('dist/index.html', '<!doctype html><title>Surehand</title>')
  put('dist/assets/index-AbCd_123.js', `export const a = '${'x'.repeat(5000)}'`)
  put('dist/.hidden', 'no')
  put(`data/engines/${ENGINE}`, 'export {}')
  put('secret.txt', 'secret')
  server = await startServer({ roots: [join(folder, 'dist'), join(folder, 'data')], port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the file server', () => {
  it('answers a place inside the page with the page, and a missing file with 404', async () => {
    const page = await fetch(url('/cases/knee?lang=zh'))
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('Surehand')
    expect((await fetch(url('/missing.js'))).status).toBe(404)
  })

  it('lets browsers keep what is named by its content, and asks again for the rest', async () => {
    const kept = async (path: string): Promise<string | null> => (await fetch(url(path))).headers.get('cache-control')
    expect(await kept('/assets/index-AbCd_123.js')).toBe('public, max-age=31536000, immutable')
    expect(await kept(`/engines/${ENGINE}`)).toBe('public, max-age=31536000, immutable')
    expect(await kept('/')).toBe('no-cache')
    const tag = (await fetch(url('/'))).headers.get('etag') ?? ''
    expect((await fetch(url('/'), { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('compresses for those who take it and gives the same bytes to all', async () => {
    const get = (accept: string): Promise<Response> =>
      fetch(url('/assets/index-AbCd_123.js'), { headers: { 'accept-encoding': accept } })
    const [plain, zipped, brotli] = [await get('identity'), await get('gzip'), await get('gzip, br')]
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(Number(brotli.headers.get('content-length'))).toBeLessThan(200)
    expect(await brotli.text()).toBe(await plain.text())
  })

  it('names nothing outside its folders and no hidden file', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/.hidden',
      '/a/../../secret.txt',
    ]) {
      const { status, body } = await raw(path)
      expect([path, status, body.includes('secret')]).toEqual([path, 404, false])
    }
    expect((await raw('/%zz')).status).toBe(400)
    expect((await raw('/..%5csecret.txt')).status).toBe(400)
  })

  it('refuses to be written to', async () => {
    expect((await raw('/', 'POST')).status).toBe(405)
    expect(await raw('/', 'HEAD')).toEqual({ status: 200, body: '' })
  })
})
