import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const ANATOMY = process.env['SHOTS_ANATOMY'] ?? resolve(import.meta.dirname, '../../assets/anatomy')

/** Serves baked body parts under /anatomy/. */
const anatomy: Plugin = {
  name: 'serve-anatomy',
  configureServer(server) {
    server.middlewares.use('/anatomy', (request, response, next) => {
      const file = join(ANATOMY, basename(request.url ?? ''))
      if (!existsSync(file)) return next()
      return response.end(readFileSync(file))
    })
  },
}

/** The picture page: its own root, the product's public files and grids. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'page'),
  publicDir: resolve(import.meta.dirname, '../../assets/public'),
  cacheDir: resolve(import.meta.dirname, '../../build/shots/.vite'),
  plugins: [anatomy, react()],
  server: {
    hmr: false,
    watch: null,
    port: 5317,
    strictPort: true,
    fs: { allow: [resolve(import.meta.dirname, '../..')] },
  },
  logLevel: 'warn',
})
