// Starts the built command line; builds it first when an install without scripts left none. `npm run -s cli -- ...`
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../../build/cli/main.js', import.meta.url)

if (!existsSync(built)) {
  const builder = fileURLToPath(new URL('bundle/build.mjs', import.meta.url))
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  spawnSync(process.execPath, [builder, '--brief', 'engine', 'node'], { cwd, stdio: ['ignore', 2, 2] })
}
if (existsSync(built)) {
  await import(built.href)
} else {
  process.stderr.write('build/cli/main.js: was not built; run npm run build\n')
  process.exitCode = 1
}
