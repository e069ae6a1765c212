// `serve`: the built page on one port; what `npm start` runs.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import qrcode from 'qrcode'
import { lanAddresses, ownCertificate } from '../../server/certificate.ts'
import { startServer } from '../../server/http.ts'
import { wholeOption, type Args } from '../args.ts'
import type { Answer } from '../commands.ts'
import { badInput, badUsage } from '../fail.ts'
import { dataFolder, keptFolder, PAGE } from '../paths.ts'
import { keepServed } from '../store.ts'

const DEFAULT_PORT = 8080

function choosePort(args: Args): number {
  const port = wholeOption(args, 'port', Number(process.env['PORT'] || DEFAULT_PORT))
  return port >= 0 && port <= 65535 ? port : badUsage(`--port: got ${port}, expected 0..65535`)
}

function explainPort(error: NodeJS.ErrnoException, port: number): never {
  if (error.code === 'EADDRINUSE') badInput(`port ${port}: taken by another program; try --port ${port + 1}`)
  if (error.code === 'EACCES') badInput(`port ${port}: not permitted; try --port ${DEFAULT_PORT}`)
  throw error
}

/** What the learner with a headset needs to know, once. */
async function headsetLines(port: number): Promise<string[]> {
  const [url, ...others] = lanAddresses().map((address) => `https://${address}:${port}/`)
  if (url === undefined) return ['no network address: a headset cannot reach this machine']
  return [
    `For a headset on the same network: ${url}${others.map((other) => ` or ${other}`).join('')}`,
    await qrcode.toString(url, { type: 'terminal', small: true }),
    'The certificate is self-signed: the browser warns once, and after "proceed" WebXR works. Such a certificate cannot',
    'carry a service worker: the page does not open without this server, and cannot be installed.',
  ]
}

/** Keeps running until the process is stopped. */
export async function run(args: Args): Promise<Answer> {
  if (!existsSync(join(PAGE, 'index.html')))
    badInput('dist/index.html: no page was built; run npm start or npm run build')
  const port = choosePort(args)
  const https = args.flags.has('https')
  const certificate = https ? { certificate: await ownCertificate(join(dataFolder(), 'https')) } : {}
  const host = args.options['host'] === undefined ? {} : { host: args.options['host'] }
  keepServed()
  const server = await startServer({ roots: [PAGE, keptFolder()], port, ...host, ...certificate }).catch(
    (error: unknown) => explainPort(error as NodeJS.ErrnoException, port),
  )
  const url = `${https ? 'https' : 'http'}://localhost:${server.port}/`
  const lines = [
    `Surehand: ${url}`,
    ...(https ? await headsetLines(server.port) : ['For a headset: npm start -- --https']),
  ]
  return { json: { url, port: server.port, https }, lines }
}
