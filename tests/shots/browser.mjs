// Chromium without a graphics card: llvmpipe, which is two to three times faster than the built-in fallback.
import { chromium } from 'playwright-core'

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--use-gl=angle',
  '--use-angle=gl-egl',
  '--ignore-gpu-blocklist',
]

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ARGS,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
  })
}
