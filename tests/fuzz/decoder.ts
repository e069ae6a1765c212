// Feeds damaged files to every decoder: no crash, no hang, no half-read (SPEC R6). Seeded, so that a failure repeats.
import { sha256 } from '@noble/hashes/sha2.js'
import { next, stream, type Stream } from '../../scoring/math/index.ts'
import {
  decodeAttempt,
  decodeTrack,
  digestsFor,
  encodeAttempt,
  encodeTrack,
  inspectAttempt,
  JournalWriter,
  LiveDecoder,
  LiveEncoder,
  openJournal,
  REASONS,
  sealJournal,
} from '../../src/recording/index.ts'
import { adler32 } from '../../src/recording/wire.ts'
import { buildAttempt } from '../builders/attempt.ts'
import { fakeRuntime } from '../builders/fakeEngine.ts'

/** How often each answer came, by decoder. */
export interface FuzzReport {
  readonly runs: number
  readonly answers: Readonly<Record<string, number>>
}

interface Target {
  readonly name: string
  /** Damages an honest file in one of its ways and hands it over; returns the answer. Throws for a broken promise. */
  run(s: Stream): string
}

const below = (s: Stream, n: number): number => Math.floor(next(s) * n)

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`promise broken: ${what}`)
}

/** One to four small damages: bits, bytes, stretches cut out, doubled, filled, swapped ends, other lengths. */
function damage(bytes: Uint8Array, s: Stream): Uint8Array {
  let out = bytes.slice()
  for (let n = 1 + below(s, 4); n > 0 && out.length > 0; n--) {
    const at = below(s, out.length)
    const size = Math.min(out.length - at, 1 + below(s, 40))
    const part = out.subarray(at, at + size)
    const how = below(s, 7)
    if (how === 0) out[at] = (out[at] ?? 0) ^ (1 << below(s, 8))
    else if (how === 1) out[at] = below(s, 256)
    else if (how === 2) out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(at + size)])
    else if (how === 3) out = Uint8Array.from([...out.subarray(0, at + size), ...part, ...out.subarray(at + size)])
    else if (how === 4) part.fill(below(s, 2) * 255)
    else if (how === 5) out = out.slice(0, at)
    else for (let i = 0; i < part.length; i++) part[i] = below(s, 256)
  }
  return out
}

/** Most of the damaged files get a SHA-256 that fits, so that the damage reaches what lies behind the checksum. */
function damageSealed(file: Uint8Array, s: Stream): Uint8Array {
  if (next(s) < 0.2) return damage(file, s)
  const body = damage(file.slice(0, -32), s)
  return Uint8Array.from([...body, ...sha256(body)])
}

/** The same for a frame of the wire. */
function damageFrame(frame: Uint8Array, s: Stream): Uint8Array {
  if (next(s) < 0.2) return damage(frame, s)
  const body = damage(frame.slice(0, -4), s)
  const sum = adler32(body)
  return Uint8Array.from([...body, sum, sum >>> 8, sum >>> 16, sum >>> 24])
}

function known(reason: string): string {
  check(
    REASONS.some((r) => r === reason),
    `the reason "${reason}" is not in the list`,
  )
  return reason
}

function attemptTarget(file: Uint8Array): Target {
  const run = (s: Stream): string => {
    const bytes = damageSealed(file, s)
    const result = decodeAttempt(bytes)
    const short = inspectAttempt(bytes)
    if (result.type === 'error') return known(result.reason)
    const { attempt } = result
    check(attempt.digests.length === digestsFor(attempt.ticks.length), 'digests fit the ticks')
    check(short.type === 'success' && short.summary.ticks === attempt.ticks.length, 'inspect tells the same length')
    const again = decodeAttempt(encodeAttempt(attempt))
    check(JSON.stringify(again) === JSON.stringify(result), 'what was read can be written and read again')
    return 'success'
  }
  return { name: 'attempt', run }
}

function journalTarget(records: readonly Uint8Array[]): Target {
  const run = (s: Stream): string => {
    const list = records.slice()
    for (let n = 1 + below(s, 2); n > 0; n--) {
      const i = below(s, list.length)
      if (next(s) < 0.2) list.splice(i, 1)
      else list[i] = damage(list[i] ?? new Uint8Array(), s)
    }
    const result = openJournal(list)
    if (result.type === 'error') return known(result.reason)
    check(result.kept + result.dropped === list.length, 'every record is kept or dropped')
    for (let i = 0; i < result.kept; i++) {
      check(String(list[i]) === String(records[i]), 'a damaged record is never kept')
    }
    check(decodeAttempt(sealJournal(result, true)).type === 'success', 'what was kept can be sealed')
    return result.dropped > 0 ? 'shortened' : 'success'
  }
  return { name: 'journal', run }
}

function trackTarget(file: Uint8Array): Target {
  const run = (s: Stream): string => {
    const result = decodeTrack(damageSealed(file, s))
    if (result.type === 'error') return known(result.reason)
    const { track } = result
    for (const f of [0, track.frames - 1, below(s, Math.max(1, track.frames))]) {
      if (f >= 0 && f < track.frames) check(track.frame(f).poses.every(Number.isFinite), 'every frame is finite')
    }
    return 'success'
  }
  return { name: 'track', run }
}

function wireTarget(frames: readonly Uint8Array[]): Target {
  const run = (s: Stream): string => {
    const decoder = new LiveDecoder()
    const at = below(s, frames.length)
    let answer = 'success'
    for (const [i, frame] of frames.slice(0, at + 3).entries()) {
      const result = decoder.decode(i === at ? damageFrame(frame, s) : frame)
      if (result.type === 'error') answer = known(result.reason)
      else check(result.frame.ticks.length <= 90, 'a frame holds at most 90 ticks')
    }
    return answer
  }
  return { name: 'wire', run }
}

function buildTargets(seed: number): Target[] {
  const attempt = buildAttempt({ seconds: 3, seed, hands: 'bare' })
  const writer = new JournalWriter()
  const records = [writer.begin(attempt.header)]
  const live = new LiveEncoder()
  const frames: Uint8Array[] = []
  for (let i = 0; i < attempt.ticks.length; i += 90) {
    const ticks = attempt.ticks.slice(i, i + 90)
    const n = i / 90
    records.push(
      writer.append({ ticks, digests: attempt.digests.slice(n, n + 1), remarks: attempt.remarks.slice(n, n + 1) }),
    )
    for (let k = 0; k < 90; k += 9) frames.push(live.encode(ticks.slice(k, k + 9)))
  }
  return [
    attemptTarget(encodeAttempt(attempt)),
    journalTarget(records),
    trackTarget(encodeTrack(attempt, fakeRuntime(), 'dev')),
    wireTarget(frames),
  ]
}

/**
 * Runs `runs` damaged inputs, a quarter through each decoder.
 * @throws Error naming decoder, run and seed when a decoder throws or breaks a promise
 */
export function fuzzDecoder(runs: number, seed: number): FuzzReport {
  const targets = buildTargets(seed)
  const answers: Record<string, number> = {}
  for (let i = 0; i < runs; i++) {
    const target = targets[i % targets.length] as Target
    try {
      const answer = `${target.name}: ${target.run(stream(seed, `fuzz/${i}`))}`
      answers[answer] = (answers[answer] ?? 0) + 1
    } catch (error) {
      throw new Error(`${target.name}, run ${i} of seed ${seed}: ${String(error)}`, { cause: error })
    }
  }
  return { runs, answers }
}
