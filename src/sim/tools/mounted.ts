// Needles on nozzles (SPEC S21): which tool carries which needle, and what the two are together.
import {
  add,
  compose,
  cross,
  invert,
  sub,
  transform,
  IDENTITY,
  type Pose,
  type Vec3,
} from '../../../scoring/math/index.ts'
import type { Instrument, NeedleShape } from '../procedure.ts'
import type { Session } from '../session.ts'
import type { ToolState } from '../state.ts'
import type { NeedleState } from '../tissue/needle.ts'

/** A needle that is an instrument of its own and can be mounted. */
export function isFreeNeedle(i: Pick<Instrument, 'needle' | 'syringe'>): boolean {
  return i.needle !== undefined && i.syringe === undefined
}

/** Tool that hands move when they hold `index`: the carrier of a mounted needle, otherwise the tool itself. */
export function bodyOf(tools: readonly ToolState[], index: number): number {
  if (tools[index]?.mode !== 'mounted') return index
  return tools.findIndex((t) => t.mount === index)
}

/** Tool whose needle state goes with the body: the mounted needle, otherwise the body itself. */
export function needleOf(tools: readonly ToolState[], body: number): number {
  const mount = tools[body]?.mount ?? -1
  return mount >= 0 ? mount : body
}

/** The needle that goes with `index` has pierced the skin: let go, all of it stays there. */
export function isPierced(tools: readonly ToolState[], index: number): boolean {
  return (tools[needleOf(tools, bodyOf(tools, index))]?.needle?.cut ?? 0) > 0
}

/** A mounted needle in its carrier's frame. */
export function nozzleOf(carrier: Pick<Instrument, 'nozzle' | 'tip'>): Pose {
  return { p: carrier.nozzle ?? carrier.tip, q: IDENTITY }
}

/** A body that hands move and the needle that goes with it, mounted or part of it. */
export interface Assembly {
  /** Index of the tool that hands move: the syringe, or a needle that nothing carries. */
  readonly body: number
  /** Index of the tool that has the needle's state and shape, -1 = no needle. */
  readonly needle: number
  /** Index of the tool that has a plunger, -1 = no syringe. */
  readonly barrel: number
  /** Id under which the needle testifies; the body's when there is none. */
  readonly id: string
  readonly state: NeedleState | null
  readonly shape: NeedleShape | null
  /** The foremost point in the body's frame, and in the work frame, m. */
  readonly tip: Vec3
  readonly tipAt: Vec3
  /** Mass of all, kg. */
  readonly mass_kg: number
  /** The needle is an instrument of its own on the body's nozzle. */
  readonly mounted: boolean
}

/**
 * The assembly that a tool belongs to: the same for a syringe and for the needle on it.
 * @throws RangeError for an index that no instrument has
 */
export function assemblyOf<S extends object>(session: Session<S>, index: number): Assembly {
  const { tools } = session.state
  const { instruments } = session.procedure
  const body = bodyOf(tools, index)
  const needle = needleOf(tools, body)
  const [tool, carrier, own, instrument] = [tools[body], instruments[body], tools[needle], instruments[needle]]
  if (!tool || !carrier || !own || !instrument) {
    throw new RangeError(`assembly of tool ${index}: expected 0..${instruments.length - 1}`)
  }
  const mounted = needle !== body
  const tip = mounted ? add(nozzleOf(carrier).p, instrument.tip) : carrier.tip
  return {
    body,
    needle: own.needle ? needle : -1,
    barrel: tool.syringe ? body : -1,
    id: instrument.id,
    state: own.needle,
    shape: instrument.needle ?? null,
    tip,
    tipAt: transform(tool, tip),
    mass_kg: mounted ? carrier.mass_kg + instrument.mass_kg : carrier.mass_kg,
    mounted,
  }
}

/** Pose of a carrier whose nozzle is in the hub of a needle at `hub`. */
export function carrierAt(carrier: Instrument, hub: Pose): Pose {
  return compose(hub, invert(nozzleOf(carrier)))
}

/** Brings the mounted needles to where their carriers are. */
export function carryNeedles(tools: readonly ToolState[], instruments: readonly Instrument[]): void {
  tools.forEach((t, i) => {
    const [needle, carrier] = [tools[t.mount], instruments[i]]
    if (!needle || !carrier) return
    const at = compose(t, nozzleOf(carrier))
    Object.assign(needle, at, { v: add(t.v, cross(t.w, sub(at.p, t.p))), w: t.w, on: t.on })
  })
}

/** Where a hand that holds tool `index` has the body, in the hand's frame. */
export function graspOfBody<S extends object>(session: Session<S>, index: number, grasp: Pose): Pose {
  const { tools } = session.state
  const body = bodyOf(tools, index)
  const carrier = session.procedure.instruments[body]
  return body === index || !carrier ? grasp : compose(grasp, invert(nozzleOf(carrier)))
}
