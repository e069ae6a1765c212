// Needles that come off and go on: which syringe carries which, whose hub is pressed, where a nozzle has to go.
import { compose, distance, IDENTITY, scale, transform, type Pose, type Vec3 } from '../../../scoring/math/index.ts'
import type { Dock, Exchange, Ray } from '../../input/index.ts'
import type { Instrument, Session } from '../../sim/index.ts'
import type { ExchangeRules } from '../engine/loadBench.ts'
import { alongAndBeside } from './look.ts'
import type { ViewNames } from './viewNames.ts'

/** A press this near to the middle of a needle's hub means it, m; the middle in the needle's frame. */
const NEAR_HUB = 0.01
const HUB_MIDDLE: Vec3 = [0, 0, 0.005]
/** A needle that lies is offered after every one that is in the patient or in a hand, m. */
const LYING = 2.5

type Side = 'left' | 'right'

interface FreeNeedle {
  readonly id: string
  readonly pose: Pose
  /** It is in the patient or in a hand, and cannot turn. */
  readonly fixed: boolean
}

interface NeedleParts {
  readonly session: Session
  readonly names: ViewNames
  readonly engine?: ExchangeRules
}

/** A needle that is an instrument of its own. */
const isFreeNeedle = (i: Instrument): boolean => i.needle !== undefined && i.syringe === undefined

export class Needles {
  private readonly session: Session
  private readonly names: ViewNames
  private readonly rules: ExchangeRules

  constructor({ session, names, engine = {} }: NeedleParts) {
    this.session = session
    this.names = names
    this.rules = engine
  }

  private get instruments(): readonly Instrument[] {
    return this.session.procedure.instruments
  }

  isHeld(index: number): boolean {
    return this.names.scalar('left.holding') === index || this.names.scalar('right.holding') === index
  }

  /** Index of the needle on an instrument's nozzle, -1 = none. */
  mountOf(i: Instrument): number {
    return i.nozzle ? this.names.scalar(`${i.id}.mount`) : -1
  }

  /** Index of the instrument that carries this needle, or the index itself. */
  carrierOf(index: number): number {
    const carrier = this.instruments.findIndex((i) => this.mountOf(i) === index)
    return carrier < 0 ? index : carrier
  }

  private isThrownAway(index: number): boolean {
    const { procedure, state } = this.session
    return procedure.fixtures.some((f) => f.bin === true && f.id === state.tools[index]?.on)
  }

  /** A needle that can be taken by its hub: no syringe carries it, or one that is in a hand or in the patient. */
  private isHubOpen(needle: Instrument, index: number): boolean {
    const body = this.carrierOf(index)
    return body === index || this.isHeld(body) || this.names.scalar(`${needle.id}.inserted`) > 0
  }

  /** Needles that no syringe carries and nobody has thrown away. */
  private free(): readonly FreeNeedle[] {
    return this.instruments.flatMap((needle, i) => {
      const free = isFreeNeedle(needle) && this.carrierOf(i) === i && !this.isThrownAway(i)
      const pose = free ? this.names.pose(needle.id) : null
      if (!pose) return []
      return [{ id: needle.id, pose, fixed: this.names.scalar(`${needle.id}.inserted`) > 0 || this.isHeld(i) }]
    })
  }

  /** Id of the needle whose hub a ray meets; `skin` gives how far along the ray the skin is, m. */
  pickHub(ray: Ray, skin: () => number | null): string | null {
    let best: { id: string; along: number; beside: number } | null = null
    for (const [i, needle] of this.instruments.entries()) {
      const open = isFreeNeedle(needle) && !this.isHeld(i) && this.isHubOpen(needle, i)
      const pose = open ? this.names.pose(needle.id) : null
      if (!pose) continue
      const [along, beside] = alongAndBeside(ray, transform(pose, HUB_MIDDLE))
      if (beside < NEAR_HUB && beside < (best?.beside ?? Infinity)) best = { id: needle.id, along, beside }
    }
    const hidden = best && skin()
    return !best || (hidden !== null && hidden < best.along - NEAR_HUB) ? null : best.id
  }

  /** What an exchange would do for a hand: the engine says whether it would, this only where else to go. */
  exchange(side: Side): Exchange | null {
    const off = this.rules.canUnmount?.(this.session, side) ?? null
    if (off !== null) return { act: 'off', needle: off }
    const on = this.rules.canMount?.(this.session, side) ?? null
    if (on !== null) return { act: 'on', needle: on }
    const near = this.nearestHub(side)
    return near === null ? null : { act: 'near', needle: near }
  }

  private nearestHub(side: Side): string | null {
    const tool = this.freeNozzle(side)
    const pose = tool && this.names.pose(tool.id)
    if (!pose) return null
    const [best] = this.free()
      .map(({ id, pose: at, fixed }) => ({ id, far: distance(pose.p, at.p) + (fixed ? 0 : LYING) }))
      .sort((a, b) => a.far - b.far)
    return best?.id ?? null
  }

  private freeNozzle(side: Side): Instrument | null {
    const tool = this.instruments[this.names.scalar(`${side}.holding`)]
    return tool?.nozzle && this.mountOf(tool) < 0 ? tool : null
  }

  /** Where the tool in a hand has its nozzle in the hub of a needle. */
  dock(side: Side, needle: string): Dock | null {
    const tool = this.freeNozzle(side)
    const hub = this.free().find((n) => n.id === needle)
    if (!tool?.nozzle || !hub) return null
    return { pose: compose(hub.pose, { p: scale(tool.nozzle, -1), q: IDENTITY }), fixed: hub.fixed }
  }
}
