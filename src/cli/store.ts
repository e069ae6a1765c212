// Engines by hash in the data folder: what was built or fetched stays, so that old attempts stay verifiable.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EngineFile } from '../recording/index.ts'
import { badInput } from './fail.ts'
import { BUILT_ENGINES, dataFolder } from './paths.ts'

/** `.mjs`, because a data folder outside the project has no package.json that says "module". */
const engineFile = (hash: string): string => join(dataFolder(), 'engines', `${hash}.mjs`)

/** Copies by way of a second name, so that nobody ever reads half a file. */
export function placeFile(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(join(to, '..'), { recursive: true })
  const half = `${to}.${process.pid}`
  copyFileSync(from, half)
  renameSync(half, to)
}

/** SHA-256 of the engine that was built last; it is put into the data folder. @throws CliError (1) when none was built */
export function currentEngine(): string {
  const built = join(BUILT_ENGINES, 'engine.json')
  if (!existsSync(built)) return badInput('build/engine/engine.json: no engine was built; run npm run build')
  const { engine } = JSON.parse(readFileSync(built, 'utf8')) as { engine: string }
  placeFile(join(BUILT_ENGINES, `${engine}.js`), engineFile(engine))
  return engine
}

/** For `loadEngine`: the engine of this hash, from the data folder or, if it was built here, from the build folder. */
export async function readEngine(hash: string): Promise<EngineFile | undefined> {
  const file = engineFile(hash)
  const built = join(BUILT_ENGINES, `${hash}.js`)
  if (!existsSync(file) && existsSync(built)) placeFile(built, file)
  if (!existsSync(file)) return undefined
  return { text: await readFile(file, 'utf8'), url: pathToFileURL(file).href }
}
