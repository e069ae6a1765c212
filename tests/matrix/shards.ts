// The full form of what CI shows in a small form: every shard is one result file and can run alone.
import { perform } from '../../scenes/common/performing/perform.ts'
import { runTrial, trials } from '../builders/couplingTrial.ts'
import { before, calmMotion, differenceOf, displayRun } from '../builders/displayTrial.ts'
import { KNEES, playPerformer, type Knee } from '../builders/knees.ts'
import { manyAttempts } from '../builders/manyAttempts.ts'
import { noiseDepths, noiseTrial } from '../builders/noiseTrial.ts'
import { playWild } from '../builders/randomInput.ts'
import { describeSplit, splitFromLive, type Play } from '../builders/replay.ts'
import { snapshotTrial } from '../builders/snapshotTrial.ts'
import { fuzzDecoder } from '../fuzz/decoder.ts'
import { fuzzProtocol } from '../fuzz/protocol.ts'
import { KNEE_SHARDS } from './knee.ts'

export interface Outcome {
  readonly passed: boolean
  readonly figures: Readonly<Record<string, unknown>>
}

export interface Shard {
  readonly name: string
  readonly run: () => Outcome | Promise<Outcome>
}

const RATES = [45, 90, 180] as const
const [FAKE, BAKED] = KNEES

function coupling(): Outcome {
  let [speed, overshoot, spread, count] = [0, 0, 0, 0]
  for (const trial of trials()) {
    const results = RATES.map((hz) => runTrial(trial, hz))
    const at90 = results[1]?.depth ?? NaN
    speed = Math.max(speed, ...results.map((r) => r.speed))
    overshoot = Math.max(overshoot, ...results.map((r) => r.overshoot))
    spread = Math.max(spread, ...results.map((r) => Math.abs(r.depth - at90) / (at90 + 0.01)))
    count++
  }
  const figures = { trials: count, rates_hz: RATES, speed_mm_s: speed * 1e3, overshoot, spread }
  return { passed: count === 150 && speed < 1e-3 && overshoot < 0.1 && spread < 0.02, figures }
}

function noise(): Outcome {
  const results = noiseDepths(200).map((depth) => noiseTrial(depth))
  const most = Math.max(...results.map((r) => r.transitions))
  const left = results.reduce((sum, r) => sum + r.left, 0)
  const moved = results.filter((r) => r.transitions > 0).length
  return { passed: most <= 1 && left === 0, figures: { depths: results.length, most_transitions: most, moved, left } }
}

interface Attempted {
  readonly name: string
  readonly make: () => ReturnType<Knee['make']>
  readonly play: Play
}

/** Fifty attempts: performers and wild hands, on both knees, no two alike. */
function fifty(): Attempted[] {
  return Array.from({ length: 50 }, (_, i) => {
    const knee = i % 2 === 0 ? BAKED : FAKE
    const seed = 100 + i
    // every tenth exchanges syringes
    const caseId = i % 10 === 0 ? 'tense-oa' : 'hot-knee'
    const performer = knee.procedure.performers[Math.floor(i / 2) % 5]
    const play: Play = performer
      ? (session, onTick) => perform(session, performer, seed, onTick)
      : (session, onTick) => playWild(session, seed, 1800, onTick)
    return { name: `${knee.name}, ${performer?.id ?? 'wild'}, seed ${seed}`, make: () => knee.make(seed, caseId), play }
  })
}

function replay(part: number, parts: number): Outcome {
  const mine = fifty().filter((_, i) => i % parts === part)
  const splits: string[] = []
  let ticks = 0
  for (const { name, make, play } of mine) {
    const split = splitFromLive(make, (session, onTick) => {
      const played = play(session, onTick)
      ticks += played.length
      return played
    })
    if (split) splits.push(`${name}: ${describeSplit(split)}`)
  }
  return { passed: splits.length === 0, figures: { attempts: mine.length, ticks, splits } }
}

/** Fifty snapshots of each attempt, each restored twice. */
function snapshots(attempts: readonly Attempted[]): Outcome {
  const sum = { attempts: attempts.length, ticks: 0, snapshots: 0, restores: 0 }
  const failures: string[] = []
  for (const { name, make, play } of attempts) {
    const ticks = play(make(), () => {})
    const trial = snapshotTrial(make, ticks, 50)
    sum.ticks += ticks.length
    sum.snapshots += trial.snapshots
    sum.restores += 2 * trial.snapshots
    failures.push(...trial.failures.map((f) => `${name}: ${f}`))
  }
  return { passed: failures.length === 0, figures: { ...sum, failures } }
}

function named(knee: Knee, who: string): Attempted {
  const make = (): ReturnType<Knee['make']> => knee.make(7)
  const play: Play = (session) => (who === 'wild' ? playWild(session, 7, 1800) : playPerformer(knee, who, 7).ticks)
  return { name: `${knee.name}, ${who}`, make, play }
}

function displays(knee: Knee): Outcome {
  const rows: Record<string, unknown>[] = []
  let passed = true
  for (const seed of [1, 2, 3, 4, 5]) {
    const motion = calmMotion(knee, seed)
    const reference = displayRun(knee, motion, 90, seed)
    for (const hz of [30, 60, 72, 120]) {
      const run = displayRun(knee, motion, hz, seed)
      const [a, b] = [before(reference.evidence, 'fill'), before(run.evidence, 'fill')]
      const { kinds, mm, deg } = differenceOf(a, b, knee.procedure.words)
      const same_outcomes = JSON.stringify(run.outcomes) === JSON.stringify(reference.outcomes)
      passed &&= kinds && same_outcomes && deg <= 1 && mm <= (hz === 30 ? 0.5 : 0.2)
      rows.push({ seed, hz, same_events: kinds, same_outcomes, mm: Math.round(mm * 100) / 100, deg })
    }
  }
  return { passed, figures: { rows } }
}

function many(): Outcome {
  const { first, last } = manyAttempts(5000)
  return { passed: first === last, figures: { attempts: 5000, first, last } }
}

/** A broken promise throws: then the shard's only figure is the sentence that says which. */
function fuzz(run: () => object): Outcome {
  try {
    return { passed: true, figures: { ...run() } }
  } catch (error) {
    return { passed: false, figures: { error: String(error) } }
  }
}

const PARTS = 5
const SNAPSHOT_PARTS = 4

export const SHARDS: readonly Shard[] = [
  { name: 'coupling', run: coupling },
  { name: 'noise', run: noise },
  ...Array.from({ length: PARTS }, (_, i) => ({ name: `replay-${i + 1}-of-${PARTS}`, run: () => replay(i, PARTS) })),
  ...KNEES.flatMap((knee) =>
    ['expert', 'novice', 'wild'].map((who) => ({
      name: `snapshots-${knee.name.replace(' ', '-')}-${who}`,
      run: () => snapshots([named(knee, who)]),
    })),
  ),
  ...Array.from({ length: SNAPSHOT_PARTS }, (_, i) => ({
    name: `snapshots-twenty-${i + 1}-of-${SNAPSHOT_PARTS}`,
    run: () => snapshots(fifty().filter((_a, at) => at < 20 && at % SNAPSHOT_PARTS === i)),
  })),
  { name: 'displays-fake-knee', run: () => displays(FAKE) },
  { name: 'displays-baked-knee', run: () => displays(BAKED) },
  { name: 'attempts-5000', run: many },
  ...KNEE_SHARDS,
  // dynamic: it needs browsers, which whoever only reads the list of shards need not have
  { name: 'engines', run: async () => (await import('./engines.ts')).enginesAgree(20) },
  ...[1, 2, 3, 4].map((i) => ({
    name: `kills-${i}-of-4`,
    run: async () => (await import('./kills.ts')).kills(50),
  })),
  { name: 'fuzz-decoders', run: () => fuzz(() => fuzzDecoder(100_000, 2026)) },
  { name: 'fuzz-protocols', run: () => fuzz(() => fuzzProtocol(100_000, 2026)) },
]
