// Where things lie on disk.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const up = dirname(folder)
    if (up === folder) throw new Error('package.json: not found in any folder above the program')
    folder = up
  }
  return folder
}

/** The project's folder. */
export const ROOT = findRoot()
export const PAGE = join(ROOT, 'dist')
export const BUILT_ENGINES = join(ROOT, 'build/engine')
export const BUILT_CLI = join(ROOT, 'build/cli')
export const ANATOMY = join(ROOT, 'assets/anatomy')

/** `SUREHAND_DATA`, else `.data` in the project's folder. */
export function dataFolder(): string {
  const chosen = process.env['SUREHAND_DATA']
  return chosen ? resolve(chosen) : join(ROOT, '.data')
}

/** Engines and grids that were ever used or served; anyone may read them. */
export const keptFolder = (): string => join(dataFolder(), 'public')
export const keptEngine = (hash: string): string => join(keptFolder(), 'engines', `${hash}.js`)
export const keptGrid = (file: string): string => join(keptFolder(), 'grids', file)
