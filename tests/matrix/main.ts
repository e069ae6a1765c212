// The matrix from the command line: npx tsx tests/matrix/main.ts [part of a shard's name ...] [--again]
// Shards with a result for the present versions are not run again, so that an interrupted matrix goes on where it was.
import { runShard, staleShards } from './run.ts'
import { SHARDS } from './shards.ts'

async function main(args: readonly string[]): Promise<number> {
  const again = args.includes('--again')
  const names = args.filter((a) => !a.startsWith('--'))
  const wanted = SHARDS.filter((s) => names.length === 0 || names.some((n) => s.name.includes(n)))
  const due = again ? wanted : staleShards(wanted)
  process.stdout.write(`${wanted.length} shards, ${due.length} to run\n`)
  let failed = 0
  for (const shard of due) {
    const { passed, seconds } = await runShard(shard)
    if (!passed) failed++
    process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${shard.name} (${seconds} s)\n`)
  }
  return failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
