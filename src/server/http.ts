// The server of the page: one port, files only.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'
import { chooseCoding, EncodedFiles } from './encoding.ts'
import { findFile, type ServedFile } from './files.ts'

export interface ServerOptions {
  /** Folders whose files are served; the first holds the page. */
  readonly roots: readonly string[]
  /** 0 takes any free port. */
  readonly port: number
  /** Address to listen on; all of them when left out. */
  readonly host?: string
  /** Given: https. */
  readonly certificate?: Certificate
}

export interface RunningServer {
  readonly port: number
  close(): Promise<void>
}

const ALWAYS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }

function refuse(res: ServerResponse, status: number, text: string, more: Record<string, string> = {}): void {
  res.writeHead(status, { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', ...more })
  res.end(`${text}\n`)
}

async function send(files: EncodedFiles, file: ServedFile, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const head = { ...ALWAYS, 'cache-control': file.cacheControl, etag: file.tag, vary: 'accept-encoding' }
  if (req.headers['if-none-match'] === file.tag) {
    res.writeHead(304, head).end()
    return
  }
  const coding = chooseCoding(req.headers['accept-encoding'], file)
  const body = await files.get(file, coding)
  const coded = coding === 'identity' ? {} : { 'content-encoding': coding }
  res.writeHead(200, { ...head, ...coded, 'content-type': file.type, 'content-length': body.length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Answers GET and HEAD from the folders; anything else is refused. */
export function createHandler(roots: readonly string[]): RequestListener {
  const files = new EncodedFiles()
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      refuse(res, 405, `${req.method}: only GET and HEAD are answered`, { allow: 'GET, HEAD' })
      return
    }
    const found = findFile(roots, req.url ?? '/')
    if ('status' in found) refuse(res, found.status, found.status === 404 ? 'not found' : 'bad path')
    else send(files, found, req, res).catch(() => (res.headersSent ? res.destroy() : refuse(res, 500, 'cannot read')))
  }
}

/** Starts to listen. @throws Error of the system (code EADDRINUSE, EACCES ...) when the port cannot be had */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const handler = createHandler(options.roots)
  const server: Server = options.certificate ? createSecureServer(options.certificate, handler) : createServer(handler)
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen({ port: options.port, ...(options.host === undefined ? {} : { host: options.host }) }, done)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
