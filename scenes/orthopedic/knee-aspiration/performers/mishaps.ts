// What a performer does that an expert does not: behaviours that the plan of a fault switches on, each one hook long.
import { add, scale, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { OTHER, SIDE, axisOf, tipOf } from './scene.ts'

export interface Mishaps {
  /** Draws back before the second half of the anaesthetic. */
  readonly drawsBack: boolean
  /** A needle is not advanced further than this, m. */
  readonly deepest_m: number
  /** Goes on after the fluid has been met, until something stops the needle. */
  readonly plunges: boolean
  /** Injects the steroid under the skin instead of into the joint. */
  readonly injectsShort: boolean
  /** Brings the other hand to the bare tip after the tap, as for a cap. */
  readonly recaps: boolean
  /** Calls the fluid this, whatever it looks like; empty = looks at it. */
  readonly names: string
  /** Lays a patient flat who feels faint. */
  readonly heeds: boolean
  /** Clinical seconds that pass before the first order. */
  readonly dawdles_s: number
  /** Strokes of each swab over the field. */
  readonly strokes: number
}

export const NO_MISHAPS: Mishaps = {
  drawsBack: true,
  deepest_m: 1,
  plunges: false,
  injectsShort: false,
  recaps: false,
  names: '',
  heeds: true,
  dawdles_s: 0,
  strokes: 7,
}

/** More than fits into the small syringe is drawn into the large one; 25 mm do not reach every joint. */
export function numbingSyringe(dose: { readonly ml: number; readonly deep: boolean }): string {
  return dose.ml > 5 || dose.deep ? 'syringe-20' : 'syringe-5'
}

/** On past the fluid to what lies behind it. */
export function* plunge(actor: Actor, axis: Vec3, speed: number): Play {
  const from = actor.seen.events.length
  const stopped = (): boolean =>
    actor.seen.events.slice(from).some((e) => e.kind === 'contact' || (e.kind === 'enter' && e.site === 'cartilage'))
  yield* actor.push(SIDE, axis, { speed, limit: 0.03, done: stopped })
}

/** The other hand comes to the tip from in front, and goes back where it came from. */
export function* recap(actor: Actor, id: string): Play {
  const before = actor.pose(OTHER)
  const ahead = add(tipOf(actor.session, id), scale(axisOf(actor.session, id), 0.08))
  yield* actor.reach(OTHER, { p: ahead, q: before.q })
  yield* actor.reach(OTHER, { p: tipOf(actor.session, id), q: before.q }, 0.4)
  yield* actor.hold(0.2)
  yield* actor.reach(OTHER, { p: ahead, q: before.q }, 0.4)
  yield* actor.reach(OTHER, before)
}

/** Answers a patient who says that it goes dark: lie down; help as well for one who has fainted. */
export function* heed(actor: Actor, heeds: boolean): Play {
  const { events } = actor.session
  const said = (who: string, what: string): boolean =>
    events.some((e) => e.kind === 'say' && e.subject === who && e.object === what)
  if (!heeds || !said('patient', 'feels_faint')) return
  const fainted = events.some((e) => e.kind === 'complication' && e.values['complication'] === 'vasovagal')
  const wanted = ['lie_down', ...(fainted ? ['call_help'] : [])]
  for (const phrase of wanted.filter((w) => !said('learner', w))) {
    actor.command('say', { phrase })
    yield* actor.hold(1)
  }
}
