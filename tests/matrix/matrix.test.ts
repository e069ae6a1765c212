import { expect, it } from 'vitest'
import { runShard, staleShards } from './run.ts'
import { staleness } from './results.ts'
import { SHARDS } from './shards.ts'

const HOUR_MS = 3_600_000

it.each(SHARDS)(
  'matrix: $name',
  async (shard) => {
    if (staleShards([shard]).length > 0) expect(await runShard(shard)).toMatchObject({ passed: true })
    expect(staleness(shard.name)).toBeUndefined()
  },
  HOUR_MS,
)
