// Synthesised sound: a tone that rises with force, a tick at a layer, a pop at a give, a hush of flowing liquid.
import type { Cue, CueKind, Heard } from './cues.ts'

/** Off until a person's gesture allows it: browsers refuse earlier, and a consulting room may want silence. */
export interface Sound {
  readonly on: boolean
  /** Call from a click, key or touch. @throws what the browser throws when it has no sound */
  enable(): Promise<void>
  disable(): void
  /** 0..1. */
  volume(v: number): void
  play(heard: Heard): void
  close(): void
}

/** Lowest and highest pitch of the force tone, Hz, and the force of the highest, N (design values). */
const PITCH = [150, 460] as const
const FULL_N = 6
const QUIET_N = 0.15
/** Seconds in which a level follows. */
const SMOOTH_S = 0.025

interface Voices {
  readonly master: GainNode
  readonly tone: OscillatorNode
  readonly toneGain: GainNode
  readonly flowGain: GainNode
  readonly noise: AudioBuffer
}

/** One second of noise, the same each time. */
function noiseOf(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate, context.sampleRate)
  const data = buffer.getChannelData(0)
  let s = 1
  for (let i = 0; i < data.length; i++) {
    s = (Math.imul(s, 1664525) + 1013904223) | 0
    data[i] = s / 2147483648
  }
  return buffer
}

function voices(context: AudioContext, volume: number): Voices {
  const master = context.createGain()
  master.gain.value = volume
  master.connect(context.destination)
  const tone = context.createOscillator()
  tone.type = 'triangle'
  const toneGain = context.createGain()
  toneGain.gain.value = 0
  tone.connect(toneGain).connect(master)
  tone.start()
  const noise = noiseOf(context)
  const flow = context.createBufferSource()
  flow.buffer = noise
  flow.loop = true
  const soft = context.createBiquadFilter()
  soft.type = 'lowpass'
  soft.frequency.value = 700
  const flowGain = context.createGain()
  flowGain.gain.value = 0
  flow.connect(soft).connect(flowGain).connect(master)
  flow.start()
  return { master, tone, toneGain, flowGain, noise }
}

/** A burst: pitch of its filter (Hz), length (s), loudness, and a falling sine under it (Hz, 0 = none). */
interface Burst {
  readonly hz: number
  readonly length: number
  readonly loud: number
  readonly thump: number
}

const BURSTS: Readonly<Record<CueKind, Burst>> = {
  puncture: { hz: 900, length: 0.05, loud: 0.35, thump: 170 },
  give: { hz: 500, length: 0.08, loud: 0.45, thump: 140 },
  layer: { hz: 2200, length: 0.018, loud: 0.22, thump: 0 },
  out: { hz: 1400, length: 0.03, loud: 0.12, thump: 0 },
  take: { hz: 3200, length: 0.012, loud: 0.1, thump: 0 },
  // plastic on plastic: a dry click on, a small pop off
  attach: { hz: 2600, length: 0.03, loud: 0.3, thump: 320 },
  detach: { hz: 1100, length: 0.04, loud: 0.28, thump: 240 },
}

function burst(context: AudioContext, v: Voices, cue: Cue): void {
  const b = BURSTS[cue.kind]
  const now = context.currentTime
  const gain = context.createGain()
  gain.gain.setValueAtTime(b.loud * cue.strength, now)
  gain.gain.exponentialRampToValueAtTime(0.0005, now + b.length)
  gain.connect(v.master)
  const source = context.createBufferSource()
  source.buffer = v.noise
  const filter = context.createBiquadFilter()
  filter.type = 'bandpass'
  filter.frequency.value = b.hz
  source.connect(filter).connect(gain)
  source.start(now, 0.1, b.length)
  if (b.thump === 0) return
  const sine = context.createOscillator()
  sine.frequency.setValueAtTime(b.thump, now)
  sine.frequency.exponentialRampToValueAtTime(b.thump * 0.45, now + b.length)
  sine.connect(gain)
  sine.start(now)
  sine.stop(now + b.length)
}

class Synth implements Sound {
  on = false
  private context: AudioContext | undefined
  private voices: Voices | undefined
  private level = 0.6
  private readonly make: () => AudioContext

  constructor(make: () => AudioContext) {
    this.make = make
  }

  async enable(): Promise<void> {
    this.context ??= this.make()
    this.voices ??= voices(this.context, this.level)
    await this.context.resume()
    this.on = true
  }

  disable(): void {
    this.on = false
    void this.context?.suspend()
  }

  volume(v: number): void {
    this.level = Math.min(1, Math.max(0, v))
    if (this.voices) this.voices.master.gain.value = this.level
  }

  play({ cues, levels }: Heard): void {
    const { context, voices: v } = this
    if (!this.on || !context || !v) return
    const now = context.currentTime
    const n = Math.max(levels.left_n, levels.right_n)
    const share = Math.min(1, Math.max(0, n - QUIET_N) / FULL_N)
    v.tone.frequency.setTargetAtTime(PITCH[0] + (PITCH[1] - PITCH[0]) * share, now, SMOOTH_S)
    v.toneGain.gain.setTargetAtTime(share === 0 ? 0 : 0.02 + 0.09 * share, now, SMOOTH_S)
    v.flowGain.gain.setTargetAtTime(Math.min(0.12, levels.flow_ml_s * 0.03), now, 0.08)
    for (const c of cues) burst(context, v, c)
  }

  close(): void {
    this.on = false
    void this.context?.close()
    this.context = undefined
    this.voices = undefined
  }
}

/** @param make builds the audio context at the first gesture; a test gives its own */
export function createSound(make: () => AudioContext = () => new AudioContext()): Sound {
  return new Synth(make)
}
