import { staleness, versionsNow, writeResult, type ShardResult } from './results.ts'
import type { Shard } from './shards.ts'

/** Runs a shard and writes its result down, whatever it is. */
export async function runShard(shard: Shard): Promise<ShardResult> {
  const before = process.cpuUsage()
  const { passed, figures } = await shard.run()
  const { user, system } = process.cpuUsage(before)
  const seconds = Math.round((user + system) / 1e5) / 10
  const result: ShardResult = { shard: shard.name, passed, ...versionsNow(), seconds, figures }
  await writeResult(result)
  return result
}

/** Shards that have no result for the present versions. */
export function staleShards(shards: readonly Shard[]): Shard[] {
  const now = versionsNow()
  return shards.filter((s) => staleness(s.name, now) !== undefined)
}
