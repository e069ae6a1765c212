// Asepsis as physics: what is sterile, what is painted and dry, and what loses it by touch. Shared by all procedures.
import type { Vec3 } from '../../../scoring/math/index.ts'
import type { Session, System, TickInput, Transition } from '../../../src/sim/index.ts'
import type { PlainState } from '../../../src/sim/snapshot.ts'
import { layoutOf, regionOf } from './chart.ts'
import type { AsepsisConfig } from './config.ts'
import { judgeLanding } from './landing.ts'
import { advancePrep, preppedAt, type Prepped } from './prep.ts'
import { shapeOf, type Shape } from './shapes.ts'
import type { AsepsisState } from './state.ts'
import { contactsNow } from './touching.ts'
import { advanceTouches } from './touches.ts'
import { zoneUnder, type Place, type Zone } from './zones.ts'

export { ASEPSIS_LIMITS, DRY_S, PREP_RADIUS_M, type AsepsisConfig, type Region } from './config.ts'
export { shareOf, type Prepped } from './prep.ts'
export {
  act,
  ACTS,
  createAsepsisState,
  fieldSterile,
  handSterile,
  sterileOf,
  type Act,
  type AsepsisState,
  type HandAsepsis,
  type Touch,
} from './state.ts'
export { asepsisWords, joinWords } from './words.ts'
export type { Zone } from './zones.ts'

/** The system, and what the rest of a procedure may ask of it. */
export interface Asepsis<S extends PlainState> extends System<S> {
  /** How the skin about a work-frame point is prepared now. */
  preppedAt(session: Session<S>, point: Vec3): Prepped
  /** What a work-frame point of the skin is to something that touches it. */
  zoneAt(session: Session<S>, point: Vec3): Zone
}

/**
 * The system of asepsis. It needs no `pass`: paint keeps the clinical second at which it was laid, so a wait dries it.
 * @param pick where the procedure keeps the state (made by `createAsepsisState` of the same config)
 * @example systems: [asepsis({ centre: 'portal_superolateral', swabs: ['swab-1'], bowl: 'bowl' }, (s) => s.asepsis)]
 */
export function asepsis<S extends PlainState>(config: AsepsisConfig<S>, pick: (state: S) => AsepsisState): Asepsis<S> {
  const layout = layoutOf(config.radius_m)
  const placeOf = (session: Session<S>): Place => ({
    layout,
    region: regionOf(config, session),
    now: session.state.clinical_s,
  })
  const ask = { layout, placeOf, pick }
  return {
    id: 'asepsis',
    advance: (session, input, transitions) => advance({ ...ask, config }, session, input, transitions),
    preppedAt: (session, point) =>
      preppedAt(placeOf(session), pick(session.state.procedure), point, session.anatomy.distance(0, point)),
    zoneAt: (session, point) =>
      zoneUnder(placeOf(session), pick(session.state.procedure), point, session.anatomy.distance(0, point)),
  }
}

interface Built<S extends PlainState> {
  readonly config: AsepsisConfig<S>
  readonly layout: Place['layout']
  readonly placeOf: (session: Session<S>) => Place
  readonly pick: (state: S) => AsepsisState
}

/** Shapes of a tray: built once, read only. */
const shapesOf = new WeakMap<readonly object[], readonly Shape[]>()

function shapes<S extends PlainState>(session: Session<S>): readonly Shape[] {
  const { instruments } = session.procedure
  const known = shapesOf.get(instruments) ?? instruments.map(shapeOf)
  shapesOf.set(instruments, known)
  return known
}

function advance<S extends PlainState>(
  built: Built<S>,
  session: Session<S>,
  input: TickInput,
  transitions: Transition[],
): void {
  const { config, layout } = built
  const state = built.pick(session.state.procedure)
  let found: Place | undefined
  // most ticks touch no skin and need no region
  const place = (): Place => (found ??= built.placeOf(session))
  const trays = state.packOpen ? (config.trays ?? ['tray']) : []
  const furniture = session.procedure.fixtures.filter((f) => !f.body && !f.bin && !trays.includes(f.id))
  transitions.push(...judgeLanding({ session, state, config, place }, transitions))
  transitions.push(...advancePrep(session, state, config, place))
  const contacts = contactsNow({ session, state, config, shapes: shapes(session), furniture, place }, input)
  transitions.push(...advanceTouches(session, state, layout, contacts))
}
