import { createHash } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import type { Plugin, UserConfig } from 'vite'
import react from '@vitejs/plugin-react'
import { lingui } from '@lingui/vite-plugin'

/** @pmndrs/xr carries a lazy headset emulator of 6 MB that its own option switches off but does not remove. */
const dropEmulator: Plugin = {
  name: 'drop-emulator',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, from) => (id.endsWith('/emulate.js') && from?.includes('@pmndrs/xr') ? '\0no-emulator' : null),
  load: (id) => (id === '\0no-emulator' ? 'export const emulate = () => undefined' : null),
}

/** Names the engine by its SHA-256 and writes a manifest beside it; refuses an engine that imports anything. */
const nameEngine: Plugin = {
  name: 'name-engine',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((c) => c.type === 'chunk')
    const [engine] = chunks
    if (!engine || chunks.length !== 1 || engine.imports.length + engine.dynamicImports.length > 0) {
      const got = `${chunks.length} chunks, imports ${engine?.imports.join()}`
      this.error(`engine: got ${got}; expected one module without imports`)
    }
    const id = createHash('sha256').update(engine.code).digest('hex')
    delete bundle[engine.fileName]
    this.emitFile({ type: 'asset', fileName: `${id}.js`, source: engine.code })
    this.emitFile({ type: 'asset', fileName: 'engine.json', source: JSON.stringify({ engine: id }) })
  },
}

const engine: UserConfig = {
  plugins: [nameEngine],
  publicDir: false,
  build: {
    target: 'es2020',
    outDir: 'build/engine',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'scenes/engine.ts', formats: ['es'] },
  },
}

const node: UserConfig = {
  publicDir: false,
  ssr: { noExternal: ['cannon-es', 'fflate', '@noble/hashes'] },
  build: { ssr: 'src/cli/main.ts', target: 'node20', outDir: 'build/cli', minify: false },
}

const page: UserConfig = {
  publicDir: 'assets/public',
  plugins: [dropEmulator, react(), lingui({ failOnMissing: true })],
  build: {
    target: 'chrome87',
    outDir: 'dist',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'three', test: /node_modules\/three\// },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
          ],
        },
      },
    },
  },
}

export default defineConfig(({ mode }) => ({
  ...(mode === 'engine' ? engine : mode === 'node' ? node : page),
  test: {
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/walls.test.ts'],
        },
      },
      { extends: true, test: { name: 'walls', environment: 'node', include: ['tests/walls.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
}))
