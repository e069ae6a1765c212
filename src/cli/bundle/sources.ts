// What engine and cli are made of, as one hash: how a stale bundle is recognised.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Everything that can change a byte of the engine or of the cli. */
const ROOMS = ['scoring', 'scenes', 'assets/anatomy', 'src/sim', 'src/recording', 'src/server', 'src/cli']
const FILES = ['vite.config.ts', 'tsconfig.json', 'package-lock.json']
const SOURCE = /\.(ts|mjs|json)$/
/** Scenes draw with React; that goes into the page only. */
const VIEWS = /(^|\/)(view\/|views\.ts$)/

function sourcesOf(root: string, room: string): string[] {
  const folder = join(root, room)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((f) => f.isFile() && SOURCE.test(f.name))
    .map((f) => relative(root, join(f.parentPath, f.name)).split(sep).join('/'))
    .filter((f) => !VIEWS.test(f) && !f.endsWith('tsconfig.json'))
}

/**
 * SHA-256 over names and contents of all sources of engine and cli, in a fixed order. Contents, not times: a fresh
 * checkout of the same commit is not stale.
 */
export function sourceHash(root: string): string {
  const hash = createHash('sha256')
  const files = [...ROOMS.flatMap((r) => sourcesOf(root, r)), ...FILES.filter((f) => existsSync(join(root, f)))]
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}
