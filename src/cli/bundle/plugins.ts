// Vite plugins of the three builds: engine, cli, page.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { sourceHash } from './sources.ts'

/** @pmndrs/xr carries a lazy headset emulator of 6 MB that its own option switches off but does not remove. */
export const dropEmulator: Plugin = {
  name: 'drop-emulator',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, from) => (id.endsWith('/emulate.js') && from?.includes('@pmndrs/xr') ? '\0no-emulator' : null),
  load: (id) => (id === '\0no-emulator' ? 'export const emulate = () => undefined' : null),
}

/**
 * Names the engine by its SHA-256 and writes `engine.json` beside it: `{engine, sources}`. Refuses an engine that
 * imports anything: it must run alone in a browser, in Node and in a worker of the server.
 */
export function nameEngine(root: string): Plugin {
  let sources = ''
  return {
    name: 'name-engine',
    enforce: 'post',
    buildStart: () => void (sources = sourceHash(root)),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((c) => c.type === 'chunk')
      const [engine] = chunks
      if (!engine || chunks.length !== 1 || engine.imports.length + engine.dynamicImports.length > 0) {
        const got = `${chunks.length} chunks, imports ${engine?.imports.join(', ')}`
        this.error(`engine: got ${got}; expected one module without imports`)
      }
      const id = createHash('sha256').update(engine.code).digest('hex')
      delete bundle[engine.fileName]
      this.emitFile({ type: 'asset', fileName: `${id}.js`, source: engine.code })
      this.emitFile({ type: 'asset', fileName: 'engine.json', source: JSON.stringify({ engine: id, sources }) })
    },
  }
}

/** Writes `cli.json` beside the cli: the hash of the sources that it was built from. */
export function stampCli(root: string): Plugin {
  let sources = ''
  return {
    name: 'stamp-cli',
    buildStart: () => void (sources = sourceHash(root)),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'cli.json', source: JSON.stringify({ sources }) })
    },
  }
}

/**
 * Copies the built engine and all committed grids into what is served: `engines/<sha256>.js`, `engines/current.json`
 * (`{engine}`), `grids/<name>`. Fails when no engine was built: a page without one could not keep an attempt.
 */
export function placeEngine(root: string): Plugin {
  return {
    name: 'place-engine',
    apply: 'build',
    closeBundle() {
      const built = join(root, 'build/engine/engine.json')
      if (!existsSync(built)) this.error('page: build/engine/engine.json is missing; build the engine first')
      const { engine } = JSON.parse(readFileSync(built, 'utf8')) as { engine: string }
      const engines = join(root, 'dist/engines')
      mkdirSync(engines, { recursive: true })
      cpSync(join(root, `build/engine/${engine}.js`), join(engines, `${engine}.js`))
      writeFileSync(join(engines, 'current.json'), JSON.stringify({ engine }))
      placeGrids(join(root, 'assets/anatomy'), join(root, 'dist/grids'))
    },
  }
}

/** The development server answers `/grids/` from the committed files, as the built page does from its copies. */
export function serveGrids(root: string): Plugin {
  return {
    name: 'serve-grids',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/grids', (req, res, next) => {
        const name = basename((req.url ?? '').split('?', 1)[0] ?? '')
        const file = join(root, 'assets/anatomy', name)
        if (name === '' || !existsSync(file)) next()
        else res.end(readFileSync(file))
      })
    },
  }
}

function placeGrids(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) cpSync(join(from, name), join(to, name), { recursive: true })
}
