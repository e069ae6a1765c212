// The command line: finds the command, loads its file, prints what it answers.
import { parseArgs } from './args.ts'
import { COMMANDS, type Answer } from './commands.ts'
import { badUsage, explain } from './fail.ts'
import { rerunIfStale } from './fresh.ts'

function help(): string {
  const rows = Object.values(COMMANDS).map((c) => `  ${c.usage}\n      ${c.does}`)
  return ['surehand <command> [--json]', '', ...rows, ''].join('\n')
}

function print(answer: Answer, asJson: boolean): void {
  if (asJson) process.stdout.write(`${JSON.stringify(answer.json)}\n`)
  else for (const line of answer.lines) process.stdout.write(`${line}\n`)
  process.exitCode = answer.status ?? 0
}

async function runCommand(argv: readonly string[]): Promise<void> {
  const [name = '', ...words] = argv
  if (name === '' || name === 'help' || name === '--help') {
    process.stdout.write(help())
    if (name === '') process.exitCode = 2
    return
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return badUsage(`"${name}": no such command; there are ${Object.keys(COMMANDS).join(', ')}`)
  const args = parseArgs(command, words)
  if (args.flags.has('help')) {
    process.stdout.write(`${command.usage}\n    ${command.does}\n`)
    return
  }
  const rerun = await rerunIfStale(process.argv.slice(1))
  if (rerun !== undefined) {
    process.exitCode = rerun
    return
  }
  const { run } = await command.load()
  print(await run(args), args.flags.has('json'))
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
try {
  await runCommand(process.argv.slice(2))
} catch (error) {
  const { line, status } = explain(error)
  process.stderr.write(`${line}\n`)
  process.exitCode = status
}
