import { resolve } from 'node:path'
import type { UserConfig } from 'vite'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { dropEmulator, nameEngine, placeEngine, serveGrids, stampCli } from './src/cli/bundle/plugins.ts'

const ROOT = resolve(import.meta.dirname)

/** One ES module without imports, not minified: its text is what its hash names, and people may read it. */
const engine: UserConfig = {
  plugins: [nameEngine(ROOT)],
  publicDir: false,
  build: {
    target: 'es2020',
    outDir: 'build/engine',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'scenes/engine.ts', formats: ['es'] },
    // No comments that name where a module lay: the hash must be the same in every folder.
    rolldownOptions: { experimental: { attachDebugInfo: 'none' } },
  },
}

/** The command line and the server. Old chunks stay: a command that is running may still load one. */
const node: UserConfig = {
  plugins: [stampCli(ROOT)],
  publicDir: false,
  ssr: { noExternal: ['cannon-es', 'fflate', '@noble/hashes'] },
  build: { ssr: 'src/cli/main.ts', target: 'node20', outDir: 'build/cli', emptyOutDir: false, minify: false },
}

/** The page. React's plugin is loaded only when it is built or served: the other builds are made in a blink. */
async function page(): Promise<UserConfig> {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    publicDir: 'assets/public',
    plugins: [dropEmulator, react(), placeEngine(ROOT), serveGrids(ROOT)],
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
}

const project = (name: string, include: string[], more: object = {}): TestProjectConfiguration => ({
  extends: true,
  test: { name, environment: 'node', include, ...more },
})

/** One at a time, with room for a browser to start on a busy machine. */
const SLOW = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 }

const projects = [
  project('core', ['tests/**/*.test.ts'], { exclude: ['tests/{e2e,bench,matrix}/**', 'tests/walls.test.ts'] }),
  project('walls', ['tests/walls.test.ts']),
  project('e2e', ['tests/e2e/**/*.test.ts'], { ...SLOW, globalSetup: 'tests/e2e/setup.ts' }),
  project('bench', ['tests/bench/**/*.bench.ts'], SLOW),
  project('matrix', ['tests/matrix/**/*.test.ts'], SLOW),
]

export default defineConfig(async ({ mode }) => ({
  ...(mode === 'engine' ? engine : mode === 'node' ? node : mode === 'test' ? {} : await page()),
  test: { testTimeout: 60_000, projects },
}))
