// Engines and grids by hash in the data folder: what was built, used or served stays, so that old attempts stay verifiable.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EngineFile } from '../recording/index.ts'
import { badInput } from './fail.ts'
import { BUILT_ENGINES, keptEngine, keptFolder, PAGE } from './paths.ts'

/** Files whose name carries their hash never change: only these are kept. */
const NAMED_BY_HASH = /[0-9a-f]{16,64}\.\w+$/

/** Copies by way of a second name, so that nobody ever reads half a file. */
export function placeFile(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true })
  const half = `${to}.${process.pid}`
  copyFileSync(from, half)
  renameSync(half, to)
}

/** Node must take the kept engines for modules, wherever the data folder is. */
function markModules(): void {
  const file = join(keptFolder(), 'package.json')
  if (existsSync(file)) return
  mkdirSync(keptFolder(), { recursive: true })
  writeFileSync(file, '{ "type": "module" }\n')
}

/** SHA-256 of the engine that was built last; it is put into the data folder. @throws CliError (1) when none was built */
export function currentEngine(): string {
  const built = join(BUILT_ENGINES, 'engine.json')
  if (!existsSync(built)) return badInput('build/engine/engine.json: no engine was built; run npm run build')
  const { engine } = JSON.parse(readFileSync(built, 'utf8')) as { engine: string }
  placeFile(join(BUILT_ENGINES, `${engine}.js`), keptEngine(engine))
  return engine
}

/** For `loadEngine`: the engine of this hash, from the data folder or, if it was built here, from the build folder. */
export async function readEngine(hash: string): Promise<EngineFile | undefined> {
  const file = keptEngine(hash)
  const built = join(BUILT_ENGINES, `${hash}.js`)
  if (!existsSync(file) && existsSync(built)) placeFile(built, file)
  if (!existsSync(file)) return undefined
  markModules()
  return { text: await readFile(file, 'utf8'), url: pathToFileURL(file).href }
}

/** Keeps the engines and grids of the built page: a later build takes them out of `dist`, but attempts still name them. */
export function keepServed(): void {
  for (const kind of ['engines', 'grids']) {
    const folder = join(PAGE, kind)
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder)) {
      if (NAMED_BY_HASH.test(name)) placeFile(join(folder, name), join(keptFolder(), kind, name))
    }
  }
}
