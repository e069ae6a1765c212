// How an attempt on this device is set up; all of it goes into the attempt's header.
import type { AttemptSetup } from '../../sim/index.ts'
import type { AttemptRow } from '../outbox/index.ts'

export interface Wanted {
  readonly procedure: string
  readonly case: string
  /** Id of a drill; left out for the whole procedure. */
  readonly drill?: string
  readonly mode: 'guided' | 'practice'
  readonly input_class: AttemptSetup['input_class']
  readonly handedness: 'left' | 'right'
  /** The pointer is smoothed (mouse only). */
  readonly tremorFilter?: boolean
  /** Whose doses it is judged by; China when left out. */
  readonly profile?: AttemptSetup['profile']
}

/** Until a device is measured in the tutorial these stand for it (design values, 1 px of a mouse is about 0.3 mm). */
const UNMEASURED: Readonly<Record<AttemptSetup['input_class'], Pick<AttemptSetup, 'jitter_mm' | 'jitter_deg'>>> = {
  mouse: { jitter_mm: 0.3, jitter_deg: 0.25 },
  touch: { jitter_mm: 1, jitter_deg: 0.5 },
  buttons: { jitter_mm: 0.5, jitter_deg: 1 },
  controllers: { jitter_mm: 1, jitter_deg: 0.5 },
  hands: { jitter_mm: 4, jitter_deg: 3 },
}
const REACTION_MS = 250
const DISPLAY_HZ = 60

/** Address of the room for a new attempt. @param device `headset` for one that begins in a headset */
export function roomAddress(wanted: Pick<AttemptSetup, 'procedure' | 'case' | 'mode' | 'drill'>, device = ''): string {
  const { procedure, case: chosen, mode, drill } = wanted
  const parts = ['/room/new', procedure, chosen, mode, drill === undefined ? '' : `drill-${drill}`, device]
  return parts.filter((part) => part !== '').join('/')
}

/**
 * The patient that comes next: the same twice, then another twice, then always a new one (start values: what was just
 * learned is first repeated, then varied). `before` are the attempts at this case so far.
 */
export function nextSeed(before: number, random: () => number): number {
  return before < 4 ? 1 + Math.floor(before / 2) : 3 + Math.floor(random() * 1e6)
}

/** Assists of a class of input, as the attempt notes them: what they make trivial is not judged. */
function assistsOf({ input_class, tremorFilter }: Wanted): string[] {
  if (input_class !== 'mouse' && input_class !== 'touch') return []
  return ['glide', 'parked_hand', ...(tremorFilter && input_class === 'mouse' ? ['tremor_filter'] : [])]
}

export function setupFor(asked: Wanted, rows: readonly AttemptRow[]): AttemptSetup {
  const { tremorFilter: _, ...wanted } = asked
  const same = (r: AttemptRow): boolean => r.case === wanted.case && r.drill === wanted.drill
  const before = rows.filter((r) => r.procedure === wanted.procedure && same(r) && !r.imported).length
  return {
    ...wanted,
    seed: nextSeed(before, Math.random),
    assists: assistsOf(asked),
    aids: wanted.mode === 'guided' ? ['steps'] : [],
    profile: wanted.profile ?? 'CN',
    reaction_ms: REACTION_MS,
    display_hz: DISPLAY_HZ,
    ...UNMEASURED[wanted.input_class],
  }
}
