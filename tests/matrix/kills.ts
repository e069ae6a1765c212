// Kills of a browser in the middle of an attempt: at most 1.5 s of motion lost, never an attempt.
import { startSite } from '../e2e/app/site.ts'
import { killRounds } from '../e2e/app/kills.ts'
import type { Outcome } from './shards.ts'

/** Motion that may be lost, s: the record of the running second, and what the page had made since. */
const MOST_LOST_S = 1.5

export async function kills(count: number): Promise<Outcome> {
  const site = await startSite()
  try {
    const rounds = await killRounds({ url: site.url, kills: count })
    const lost = rounds.map((r) => r.lost_s).sort((a, b) => a - b)
    const attempts_lost = rounds.filter((r) => r.found === null).length
    const most_lost_s = lost.at(-1) ?? 0
    const figures = { kills: rounds.length, attempts_lost, median_lost_s: lost[lost.length >> 1], most_lost_s }
    return { passed: attempts_lost === 0 && most_lost_s <= MOST_LOST_S, figures }
  } finally {
    site.close()
  }
}
