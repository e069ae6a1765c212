// Committed results of the matrix: what was proven, and for which simulation and protocols.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { parseProtocol } from '../../scoring/index.ts'
import { procedures } from '../../scenes/index.ts'
import { protocolOf } from '../../scenes/protocols.ts'
import { SIM_VERSION } from '../../src/sim/index.ts'

export interface Versions {
  readonly sim_version: number
  /** Version of each procedure's protocol. */
  readonly protocols: Readonly<Record<string, number>>
}

export interface ShardResult extends Versions {
  readonly shard: string
  readonly passed: boolean
  /** Processor time that it took, s. */
  readonly seconds: number
  /** What was counted and measured. */
  readonly figures: Readonly<Record<string, unknown>>
}

const FOLDER = join(import.meta.dirname, 'results')

export function versionsNow(): Versions {
  const parsed = procedures.map((p) => parseProtocol(protocolOf(p.id)))
  return { sim_version: SIM_VERSION, protocols: Object.fromEntries(parsed.map((p) => [p.id, p.version])) }
}

export function readResult(shard: string): ShardResult | undefined {
  const file = join(FOLDER, `${shard}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ShardResult) : undefined
}

export async function writeResult(result: ShardResult): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const file = join(FOLDER, `${result.shard}.json`)
  const style = await resolveConfig(file)
  writeFileSync(file, await format(JSON.stringify(result, null, 2), { ...style, parser: 'json' }))
}

/** Why a shard must run again; undefined when its result stands for the present versions. */
export function staleness(shard: string, now: Versions = versionsNow()): string | undefined {
  const result = readResult(shard)
  if (!result) return 'never run'
  if (!result.passed) return 'failed when it ran last'
  if (result.sim_version !== now.sim_version) return `ran with simulation ${result.sim_version}`
  const other = Object.keys(now.protocols).find((id) => result.protocols[id] !== now.protocols[id])
  return other === undefined ? undefined : `ran with protocol ${other} ${String(result.protocols[other])}`
}
