// Before the tests in browsers: installs what is missing where that is possible, else says in one line what to do.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findEngine, PLACES, type EngineName } from './browsers.ts'

const isDebianRoot = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0

function install(packages: readonly string[]): void {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'] as const,
  }
  execFileSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] })
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages]
  execFileSync('apt-get', args, { ...options, stdio: [...options.stdio] })
}

export default function setup(): void {
  const absent = (Object.keys(PLACES) as EngineName[]).filter((name) => findEngine(name) === undefined)
  if (absent.length === 0) return
  const packages = absent.map((name) => PLACES[name].package)
  const hint = absent.map((name) => `${name} (${PLACES[name].variable} or ${PLACES[name].package})`).join(', ')
  const chosen = absent.some((name) => process.env[PLACES[name].variable])
  if (chosen || !isDebianRoot()) {
    const fate = process.env['CI'] === 'true' ? 'their tests will fail' : 'their tests are left out'
    process.stderr.write(`browsers: not found: ${hint}; ${fate}\n`)
    return
  }
  process.stderr.write(`browsers: installing ${packages.join(', ')}\n`)
  try {
    install(packages)
  } catch {
    process.stderr.write(`browsers: installing failed; install by hand: ${hint}\n`)
  }
}
