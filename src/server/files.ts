// Which file answers a path, and how long a browser may keep it.
import { statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.glb': 'model/gltf-binary',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}
/** Types that shrink when compressed; fonts and pictures are compressed already. */
const SHRINKS = /^(text\/|application\/(json|manifest|wasm)|image\/svg|model\/)/
/** Named by what they hold: vite's chunks, engines and grids. */
const IMMUTABLE = /^\/(assets\/.+-[\w-]{8}\.\w+|(engines|grids)\/[^?]*[0-9a-f]{16,64}\.\w+)$/
const FOREVER = 'public, max-age=31536000, immutable'

export interface ServedFile {
  readonly path: string
  readonly type: string
  readonly bytes: number
  /** Changes when the file does. */
  readonly tag: string
  readonly cacheControl: string
  readonly compressible: boolean
}

/** A request that no file can answer: 400 for a path that means nothing, 404 for a file that is not there. */
export interface NoFile {
  readonly status: 400 | 404
}

function decodePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return path.startsWith('/') && !path.includes('\0') && !path.includes('\\') ? path : undefined
  } catch {
    return undefined
  }
}

function describeFile(file: string, path: string): ServedFile | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return undefined
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return {
    path: file,
    type,
    bytes: stat.size,
    tag: `"${stat.size.toString(36)}-${Math.round(stat.mtimeMs).toString(36)}"`,
    cacheControl: IMMUTABLE.test(path) ? FOREVER : 'no-cache',
    compressible: SHRINKS.test(type) || type === 'application/octet-stream',
  }
}

/**
 * Finds the file for a request path in the first of `roots` that has it. A path without a file extension is a place
 * inside the page and gets `index.html`. Nothing outside the roots and no hidden file is ever named.
 */
export function findFile(roots: readonly string[], url: string): ServedFile | NoFile {
  const path = decodePath(url)
  if (path === undefined) return { status: 400 }
  if (path.split('/').some((part) => part.startsWith('.'))) return { status: 404 }
  const inPage = extname(path) === ''
  for (const root of roots) {
    const file = resolve(join(root, path))
    if (!file.startsWith(resolve(root) + sep)) continue
    const found = describeFile(file, path)
    if (found) return found
  }
  const [page] = roots
  return (inPage && page ? describeFile(join(page, 'index.html'), '/') : undefined) ?? { status: 404 }
}
