import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The picture page: its own root, the product's public files and grids. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'page'),
  publicDir: resolve(import.meta.dirname, '../../assets/public'),
  cacheDir: resolve(import.meta.dirname, '../../build/shots/.vite'),
  plugins: [react()],
  server: { port: 5317, strictPort: true, fs: { allow: [resolve(import.meta.dirname, '../..')] } },
  logLevel: 'warn',
})
