// What a needle does to the patient. Every number is a design value (placeholder): no pain score by layer was found.
import { transform, type Vec3 } from '../../../scoring/math/index.ts'
import type { Session, Transition } from '../../../src/sim/index.ts'
import type { PatientState } from './state.ts'
import { say } from './speech.ts'

/** Pain of piercing a layer with a 22 G needle, of touching what stops it, and of sweeping in the depth, 0..10. */
export type PainTable = Readonly<Record<string, number>>
export const PAIN_ENTER: PainTable = {
  skin: 2.5,
  fat: 0.2,
  muscle: 0.8,
  tendon: 1.5,
  retinaculum: 1.5,
  capsule: 3,
  synovium: 1.2,
  fat_pad: 1.5,
  periosteum: 5,
  cartilage: 1.5,
  bone: 5,
}
export const PAIN_CONTACT: PainTable = { cartilage: 1.5, bone: 5, periosteum: 5 }
export const PAIN_SWEEP = 4
/** A 22 G needle: wider ones hurt in proportion (placeholder); its bore is the nominal one. */
const COMMON_NEEDLE_M = 0.72e-3
/** An old channel hurts less, fear makes all of it worse. */
const OLD_CHANNEL = 0.4
const FEAR = 0.5
/** From here on the patient says so, mildly and loudly; at least so many ticks apart. */
const MILD = 1.5
const STRONG = 5
const QUIET_TICKS = 270
/** A stab of pain from which the limb is drawn back, and the one of the fullest withdrawal. */
const FLINCH_FROM = 2
const FLINCH_FULL = 8
/** A strong pain frightens; so does a needle nobody spoke of, and each one more than was to be expected. */
const SURPRISE = 0.3
const FRIGHT = 0.05
const AGAIN = 0.1

const clamp = (x: number, most: number): number => (x < 0 ? 0 : x > most ? most : x)

/** Pain before numbness and fear. */
function stimulus(t: Transition, table: PainTable): number {
  if (t.kind === 'complication') return t.values['complication'] === 'sweep' ? PAIN_SWEEP : 0
  if (t.kind === 'contact') return PAIN_CONTACT[t.site ?? ''] ?? 0
  if (t.kind !== 'enter') return 0
  const cut = t.values['force_n'] !== 0
  return (table[t.site ?? ''] ?? 0) * (cut ? 1 : OLD_CHANNEL)
}

/** The needle that a transition speaks of: the point that hurts and its width. */
function needleOf<S extends object>(session: Session<S>, t: Transition): { at: Vec3; outer_m: number } | undefined {
  const index = session.procedure.instruments.findIndex((i) => i.id === t.subject)
  const [tool, instrument] = [session.state.tools[index], session.procedure.instruments[index]]
  if (!tool?.needle || !instrument?.needle) return undefined
  const at = t.site === 'skin' ? tool.needle.entry : transform(tool, instrument.tip)
  return { at, outer_m: instrument.needle.outer_m }
}

/** A strong pain is cried out even right after a mild complaint. */
function complain(p: PatientState, pain: number, tick: number): void {
  const strong = pain >= STRONG
  if (pain < MILD || tick < (strong ? p.quiet_strong_until : p.quiet_until)) return
  p.quiet_until = tick + QUIET_TICKS
  if (strong) p.quiet_strong_until = p.quiet_until
  say(p, strong ? 'pain_strong' : 'pain_mild', tick)
}

/**
 * A stab of pain is felt.
 * @param felt 0..10 after numbness, before fear
 */
export function hurt(p: PatientState, felt: number, tick: number): void {
  const pain = clamp(felt * (1 + FEAR * p.anxiety), 10)
  p.pain = clamp(p.pain + pain * (1 - p.pain / 10), 10)
  if (p.episode === 'fainted') return
  const flinch = clamp((pain - FLINCH_FROM) / (FLINCH_FULL - FLINCH_FROM), 1)
  if (flinch > p.flinch) p.flinch = flinch
  if (pain >= STRONG) p.anxiety = clamp(p.anxiety + FRIGHT, 1)
  complain(p, pain, tick)
}

/** One more needle through the skin. @param expected how many a patient who was told expects */
export function pierced(p: PatientState, expected: number): void {
  p.entries++
  if (!p.told.explain) p.anxiety = clamp(p.anxiety + SURPRISE, 1)
  if (p.entries > expected) p.anxiety = clamp(p.anxiety + AGAIN, 1)
}

/** What people need to know of the procedure to feel a needle. */
export interface Feeling<S extends object> {
  /** Numbness of a point in the work frame, 0 feels all .. 1 feels nothing. */
  readonly numb?: (session: Session<S>, point: Vec3) => number
  /** Pain by layer of the procedure's own, over PAIN_ENTER. */
  readonly pain?: PainTable
  /** Skin entries that a patient who was told expects; default 2 (anaesthetic, then the needle). */
  readonly expectedEntries?: number
}

/** The patient feels one transition of this tick. */
export function feel<S extends object>(session: Session<S>, p: PatientState, t: Transition, feeling: Feeling<S>): void {
  const base = stimulus(t, { ...PAIN_ENTER, ...feeling.pain })
  const needle = base > 0 ? needleOf(session, t) : undefined
  if (!needle) return
  if (t.kind === 'enter' && t.site === 'skin') pierced(p, feeling.expectedEntries ?? 2)
  const numb = clamp(feeling.numb?.(session, needle.at) ?? 0, 1)
  hurt(p, base * (needle.outer_m / COMMON_NEEDLE_M) * (1 - numb), session.state.tick)
}
