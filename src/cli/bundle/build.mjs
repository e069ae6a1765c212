// Builds engine, cli and page, in this order: node src/cli/bundle/build.mjs [--prepare] [--brief] [engine] [node] [page]
// With --prepare (what `npm ci` runs) a failure is one line and no error: an install must not fail on a half-written tree.
// With --brief (what a stale command line runs) a failure is one line.
const MODES = { engine: 'engine', node: 'node', page: 'production' }
const args = process.argv.slice(2)
const prepare = args.includes('--prepare')
const brief = prepare || args.includes('--brief')
const names = args.filter((a) => !a.startsWith('--'))
const unknown = names.filter((n) => !(n in MODES))

async function buildOne(name) {
  const start = performance.now()
  // Loaded here: an install without development packages has no vite, and --prepare must say so and not fail.
  const { build } = await import('vite')
  await build({ mode: MODES[name], logLevel: brief ? 'silent' : 'warn' })
  process.stderr.write(`built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
}

/** A bundler's message of many coloured lines as one short line. */
function oneLine(error) {
  const escape = String.fromCharCode(27)
  const text = String(error?.message ?? error).replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Build failed'))
  const [first = 'no reason given', ...more] = lines.map((line) => line.trim())
  return [first, ...more.slice(0, 2)].join(' ').slice(0, 200)
}

function report(name, error) {
  if (prepare) process.stderr.write(`prepare: ${name} was not built (${oneLine(error)}); run npm run build later\n`)
  else process.stderr.write(`${brief ? `${name}: ${oneLine(error)}` : (error?.stack ?? error)}\n`)
  if (!prepare) process.exitCode = 1
}

async function buildAll(targets) {
  for (const name of targets) {
    try {
      await buildOne(name)
    } catch (error) {
      report(name, error)
      if (!prepare) return
    }
  }
}

if (unknown.length > 0) {
  process.stderr.write(`build: got ${unknown.join(', ')}; expected any of ${Object.keys(MODES).join(', ')}\n`)
  process.exitCode = 2
} else {
  await buildAll(names.length > 0 ? names : prepare ? ['engine', 'node'] : Object.keys(MODES))
}
