// What touches what in this tick. Only held tools and empty hands are looked at, in the order of the tray, then left,
// right; the furniture, then skin, then other instruments.
import { transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { Fixture, Session, TickInput, ToolState } from '../../../src/sim/index.ts'
import { HUB_TARGET, HUB_VERB } from '../../../src/sim/tools/hub.ts'
import { bodyOf } from '../../../src/sim/tools/mounted.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { HAND_NAMES } from '../../../src/sim/hands/grasp.ts'
import { fingertipOf } from '../hands/fingertip.ts'
import { spotOf, type Spot } from './chart.ts'
import { FINGER_RADIUS_M, GRAZE_M, HAND_RADIUS_M, type AsepsisConfig } from './config.ts'
import { inFixture, overlapOf, type Ball, type Shape } from './shapes.ts'
import { handSterile, type AsepsisState } from './state.ts'
import { isField, unsterileBy, zoneAt, type Place } from './zones.ts'

/** A touch of this tick: `thing` is what loses by it. */
export interface Contact {
  readonly thing: string
  readonly by: string
  readonly overlap_m: number
  /** Where on the field, when the field is what loses. */
  readonly spot?: Spot
}

export interface Scene<S extends PlainState> {
  readonly session: Session<S>
  readonly state: AsepsisState
  readonly config: AsepsisConfig<S>
  readonly shapes: readonly Shape[]
  /** Furniture that is unsterile now. */
  readonly furniture: readonly Fixture[]
  readonly place: () => Place
}

interface Toucher {
  readonly id: string
  readonly sterile: boolean
  /** Its work is on bare skin. */
  readonly skinWork: boolean
}

/** A thing at a point of the skin: either it loses, or the field does. */
function onSkin<S extends PlainState>(
  s: Scene<S>,
  who: Toucher,
  p: Vec3,
  at: { height: number; r: number },
): Contact[] {
  const overlap_m = at.r - at.height
  if (overlap_m < GRAZE_M) return []
  const place = s.place()
  const spot = spotOf(place.region, p, at.height)
  const zone = zoneAt(place, s.state, spot)
  if (!who.sterile) return isField(zone) ? [{ thing: 'field', by: who.id, overlap_m, spot }] : []
  const by = who.skinWork ? undefined : unsterileBy(zone, s.state)
  return by === undefined ? [] : [{ thing: who.id, by, overlap_m }]
}

function ballOnSkin<S extends PlainState>(s: Scene<S>, who: Toucher, p: Vec3, r: number): Contact[] {
  return onSkin(s, who, p, { height: s.session.anatomy.distance(0, p), r })
}

/**
 * The needle has a tip of its own law: it touches skin while it only dents it. Once it has pierced, the entry is for the
 * rules of the procedure to judge, but an unsterile needle still soils the field that it goes through.
 */
function needleOnSkin<S extends PlainState>(s: Scene<S>, who: Toucher, tool: ToolState): Contact[] {
  const n = tool.needle
  if (!n?.inserted || (n.cut > 0 && who.sterile)) return []
  return onSkin(s, who, n.entry, { height: 0, r: Math.max(GRAZE_M, n.depth) })
}

function onFurniture<S extends PlainState>(
  s: Scene<S>,
  who: Toucher,
  tool: ToolState,
  balls: readonly Ball[],
): Contact[] {
  if (!who.sterile) return []
  const out: Contact[] = []
  for (const fixture of s.furniture) {
    const overlap_m = Math.max(...balls.map((b) => inFixture(transform(tool, b.at), b.r, fixture)))
    if (overlap_m >= GRAZE_M) out.push({ thing: who.id, by: fixture.id, overlap_m })
  }
  return out
}

/** How the tool lies or is held: a needle as the syringe that it is on. */
function modeOf(tools: readonly ToolState[], index: number): ToolState['mode'] | undefined {
  return tools[bodyOf(tools, index)]?.mode
}

/** What lies in the closed pack is out of reach. */
function packed<S extends PlainState>(s: Scene<S>, index: number): boolean {
  const { tools } = s.session.state
  const on = tools[index]?.on ?? ''
  return !s.state.packOpen && modeOf(tools, index) === 'rest' && (s.config.trays ?? ['tray']).includes(on)
}

function onTools<S extends PlainState>(s: Scene<S>, who: Toucher, index: number): Contact[] {
  const { tools } = s.session.state
  const [mine, shape] = [tools[index], s.shapes[index]]
  if (!mine || !shape) return []
  const out: Contact[] = []
  tools.forEach((tool, i) => {
    const [other, id] = [s.shapes[i], s.session.procedure.instruments[i]?.id]
    // a needle and the syringe that it is on meet inside the luer cone, which nothing reaches
    if (bodyOf(tools, i) === bodyOf(tools, index) || !other || id === undefined) return
    if (s.state.sterile[i] === who.sterile) return
    // of two held tools the sterile one looks
    if (!who.sterile && modeOf(tools, i) === 'held') return
    if (packed(s, i)) return
    const overlap_m = overlapOf(shape, mine, other, tool)
    if (overlap_m < GRAZE_M) return
    out.push(who.sterile ? { thing: who.id, by: id, overlap_m } : { thing: id, by: who.id, overlap_m })
  })
  return out
}

function heldContacts<S extends PlainState>(s: Scene<S>, index: number): Contact[] {
  const [tool, shape] = [s.session.state.tools[index], s.shapes[index]]
  const id = s.session.procedure.instruments[index]?.id
  if (!tool || !shape || id === undefined) return []
  const skinWork = s.config.swabs.includes(id) || s.config.skinWork?.includes(id) === true
  const who = { id, sterile: s.state.sterile[index] ?? false, skinWork }
  const free = tool.needle?.inserted === true ? shape.balls : [...shape.balls, ...shape.shaft]
  return [
    ...onFurniture(s, who, tool, [...shape.balls, ...shape.shaft]),
    ...needleOnSkin(s, who, tool),
    ...free.flatMap((b) => ballOnSkin(s, who, transform(tool, b.at), b.r)),
    ...onTools(s, who, index),
  ]
}

/** A hand and what it holds make each other unsterile. */
function gripContacts<S extends PlainState>(s: Scene<S>, side: 0 | 1): Contact[] {
  const index = s.session.state.hands[side].tool
  const id = s.session.procedure.instruments[index]?.id
  const tool = s.session.state.tools[index]
  if (id === undefined || !tool) return []
  const [hand, sterile] = [s.state.hands[side], s.state.sterile[index] ?? false]
  if (handSterile(hand) === sterile) return []
  if (!sterile) return [{ thing: HAND_NAMES[side], by: id, overlap_m: 0 }]
  if (!hand.gloved && s.config.bareHandled?.includes(id) === true) return []
  return [{ thing: id, by: HAND_NAMES[side], overlap_m: 0 }]
}

/** Fingers that hold the hub of a needle for the other hand's syringe. */
function hubContacts<S extends PlainState>(s: Scene<S>, side: 0 | 1): Contact[] {
  const hand = s.session.state.hands[side]
  if (hand.verb !== HUB_VERB || hand.target !== HUB_TARGET || handSterile(s.state.hands[side])) return []
  return s.session.procedure.instruments
    .filter((_, i) => s.session.state.tools[i]?.steady && s.state.sterile[i])
    .map((i) => ({ thing: i.id, by: HAND_NAMES[side], overlap_m: 0 }))
}

function handContacts<S extends PlainState>(s: Scene<S>, side: 0 | 1, index: Vec3 | null): Contact[] {
  const hand = s.session.state.hands[side]
  if (hand.tool >= 0) return gripContacts(s, side)
  if (!hand.tracked) return []
  const who = { id: HAND_NAMES[side], sterile: handSterile(s.state.hands[side]), skinWork: false }
  const tip = fingertipOf(hand, index)
  const finger = tip ? ballOnSkin(s, who, tip, FINGER_RADIUS_M) : []
  return [...ballOnSkin(s, who, hand.pose.p, HAND_RADIUS_M), ...finger]
}

/** All touches of this tick by which something could lose its sterility. */
export function contactsNow<S extends PlainState>(s: Scene<S>, input: TickInput): Contact[] {
  const out: Contact[] = []
  const { tools } = s.session.state
  tools.forEach((_, index) => {
    if (modeOf(tools, index) === 'held') out.push(...heldContacts(s, index))
  })
  const sides = ([0, 1] as const).flatMap((side) => [
    ...handContacts(s, side, (side === 0 ? input.left : input.right).index),
    ...hubContacts(s, side),
  ])
  return [...out, ...sides]
}
