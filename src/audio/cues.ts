// What happened between two ViewStates that a person should hear (or feel): the only reader of states in this room.
import type { ViewLayout, ViewState } from '../sim/viewState.ts'

export type CueKind = 'puncture' | 'layer' | 'give' | 'out' | 'take' | 'attach' | 'detach'

export interface Cue {
  readonly kind: CueKind
  readonly side: 'left' | 'right'
  /** 0..1. */
  readonly strength: number
}

/** Levels that sound as long as they last. */
export interface Levels {
  /** Largest force that a hand feels now, N, by hand. */
  readonly left_n: number
  readonly right_n: number
  /** Liquid moving through a needle, mL/s. */
  readonly flow_ml_s: number
}

export interface Heard {
  readonly cues: readonly Cue[]
  readonly levels: Levels
}

/** Force that must have built up, and the share that must be lost at once, for a give to be heard (design values). */
const GIVE_FROM_N = 0.6
const GIVE_SHARE = 0.45
/** A stored peak fades by this in a tick. */
const FADE = 0.985
const LOUD_N = 6
const TICKS_PER_S = 90
/** A jump in ticks longer than this is a seek: nothing is heard of it. */
const SEEK_TICKS = 45
/** Names before the instruments in a layout's poses. */
const FIRST_TOOL = 3

interface NeedlePlaces {
  readonly tool: number
  readonly inserted: number
  readonly layer: number
  readonly force: number
}

interface NeedleMemory {
  inserted: number
  layer: number
  peak: number
}

/** A scalar of one tool that is compared with its last value. */
interface Watched {
  readonly tool: number
  readonly at: number
  last: number
}

/** Index of a tool's scalar by its suffix, of all tools that have it. */
function watched(layout: ViewLayout, suffix: string, last: number): Watched[] {
  return layout.poses.flatMap((id, i) => {
    const at = layout.scalars.findIndex((s) => s.name === `${id}.${suffix}`)
    return at < 0 ? [] : [{ tool: i - FIRST_TOOL, at, last }]
  })
}

function needlesOf(layout: ViewLayout): NeedlePlaces[] {
  const at = (name: string): number => layout.scalars.findIndex((s) => s.name === name)
  return layout.poses.flatMap((id, i) => {
    const inserted = at(`${id}.inserted`)
    if (inserted < 0) return []
    const places = { layer: at(`${id}.layer`), force: at(`${id}.force_n`) }
    return [{ tool: i - FIRST_TOOL, inserted, ...places }]
  })
}

/** Follows one attempt; give it each new state once. */
export class CueReader {
  private readonly needles: readonly NeedlePlaces[]
  private readonly memory: NeedleMemory[]
  private readonly fluids: readonly Watched[]
  private readonly mounts: readonly Watched[]
  private readonly holding: Readonly<Record<'left' | 'right', number>>
  private readonly force: Readonly<Record<'left' | 'right', number>>
  private readonly held = { left: -1, right: -1 }
  private tick = -1

  constructor(layout: ViewLayout) {
    this.needles = needlesOf(layout)
    this.memory = this.needles.map(() => ({ inserted: 0, layer: 0, peak: 0 }))
    this.fluids = watched(layout, 'fluid_ml', 0)
    this.mounts = watched(layout, 'mount', -1)
    const at = (name: string): number => layout.scalars.findIndex((s) => s.name === name)
    this.holding = { left: at('left.holding'), right: at('right.holding') }
    this.force = { left: at('left.force_n'), right: at('right.force_n') }
  }

  read(view: ViewState): Heard {
    const passed = view.tick - this.tick
    const silent = this.tick < 0 || passed < 0 || passed > SEEK_TICKS
    this.tick = view.tick
    const cues: Cue[] = this.exchanges(view)
    this.needles.forEach((n, i) => {
      const m = this.memory[i]
      if (!m) return
      for (const [kind, strength] of this.follow(n, m, view))
        cues.push({ kind, strength, side: this.sideOf(n.tool, view) })
    })
    const moved = this.moved_ml(view)
    for (const side of ['left', 'right'] as const) {
      const now = this.value(view, this.holding[side])
      if (now >= 0 && now !== this.held[side]) cues.push({ kind: 'take', side, strength: 0.6 })
      this.held[side] = now
    }
    const levels = {
      left_n: this.value(view, this.force.left),
      right_n: this.value(view, this.force.right),
      flow_ml_s: silent || passed === 0 ? 0 : (moved * TICKS_PER_S) / passed,
    }
    return { cues: silent ? [] : cues, levels }
  }

  private value(view: ViewState, i: number): number {
    return i < 0 ? 0 : (view.scalars[i] ?? 0)
  }

  /** The hand that holds a tool, or the syringe that a needle is on. */
  private sideOf(tool: number, view: ViewState): 'left' | 'right' {
    const carrier = this.mounts.find((m) => this.value(view, m.at) === tool)?.tool ?? tool
    const held = { left: this.value(view, this.holding.left), right: this.value(view, this.holding.right) }
    if (held.right === carrier) return 'right'
    return held.left === carrier || (held.left === tool && held.right !== tool) ? 'left' : 'right'
  }

  /** Syringes that came off their needles or went on. */
  private exchanges(view: ViewState): Cue[] {
    return this.mounts.flatMap((m) => {
      const [was, is] = [m.last, this.value(view, m.at)]
      m.last = is
      if (was === is) return []
      return [{ kind: is >= 0 ? 'attach' : 'detach', strength: 0.7, side: this.sideOf(m.tool, view) }]
    })
  }

  /** How much fluid came or went since the last state, mL. */
  private moved_ml(view: ViewState): number {
    let sum = 0
    for (const f of this.fluids) {
      const now = this.value(view, f.at)
      sum += Math.abs(now - f.last)
      f.last = now
    }
    return sum
  }

  private follow(n: NeedlePlaces, m: NeedleMemory, view: ViewState): (readonly [CueKind, number])[] {
    const out: (readonly [CueKind, number])[] = []
    const inserted = this.value(view, n.inserted)
    const layer = this.value(view, n.layer)
    const force = this.value(view, n.force)
    if (inserted > m.inserted) out.push(['puncture', 0.8])
    else if (inserted < m.inserted) out.push(['out', 0.4])
    else if (inserted > 0 && layer !== m.layer) out.push(['layer', 0.5])
    const lost = m.peak - force
    if (inserted > 0 && m.inserted > 0 && m.peak > GIVE_FROM_N && lost > m.peak * GIVE_SHARE) {
      out.push(['give', Math.min(1, lost / LOUD_N + 0.3)])
      m.peak = force
    }
    m.peak = Math.max(m.peak * FADE, force)
    m.inserted = inserted
    m.layer = layer
    return out
  }
}
