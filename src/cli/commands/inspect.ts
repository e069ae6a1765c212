// `inspect`: what an attempt file says about itself and what it testifies when it is run again.
import type { Channel, EvidenceEvent } from '../../../scoring/evidence.ts'
import type { Args } from '../args.ts'
import { evidenceOf, readAttempt } from '../attemptFile.ts'
import type { Answer } from '../commands.ts'
import { benchOf } from '../engine.ts'
import { badInput } from '../fail.ts'

const pick = (channels: Readonly<Record<string, Channel>>, name: string): Channel =>
  channels[name] ?? badInput(`channel "${name}": not in this attempt; there are ${Object.keys(channels).join(', ')}`)

function readable(e: EvidenceEvent & { readonly t: number }): string {
  const values = Object.entries(e.values).map(([k, v]) => `${k}=${v}`)
  return [`${e.t.toFixed(2)} s`, e.kind, e.subject, e.object ?? '', e.site ?? '', ...values]
    .filter((w) => w !== '')
    .join(' ')
}

export async function run(args: Args): Promise<Answer> {
  const [path = ''] = args.positional
  const { attempt, bytes } = readAttempt(path)
  const bench = await benchOf(attempt)
  const evidence = evidenceOf(attempt, bench)
  const hz = bench.engine.TICK_HZ
  const ticks = attempt.ticks.length
  const events = evidence.events.map((e) => ({ t: e.tick / hz, ...e }))
  const channels = Object.keys(evidence.channels)
  const base = { header: attempt.header, duration_s: ticks / hz, ticks, bytes, evidence: events, channels }
  const lines = [
    `${attempt.header.procedure}, case ${attempt.header.setup.case}, seed ${attempt.header.setup.seed}`,
    `${base.duration_s.toFixed(1)} s, ${ticks} ticks, ${bytes} bytes, engine ${attempt.header.engine}`,
    ...events.map(readable),
    `channels: ${channels.join(', ')}`,
  ]
  const name = args.options['channel']
  if (name === undefined) return { json: base, lines }
  const channel = { ...pick(evidence.channels, name), samples: Array.from(pick(evidence.channels, name).samples) }
  return { json: { ...base, channel }, lines: channel.samples.map(String) }
}
