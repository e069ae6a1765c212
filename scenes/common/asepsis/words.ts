// The words that asepsis adds to a manifest.
import type { EvidenceWords } from '../../../scoring/evidence.ts'
import type { Fixture, Instrument } from '../../../src/sim/index.ts'
import { ASEPSIS_LIMITS } from './config.ts'

/** Words of the evidence that the system gives: `cover`, `contaminate`, `control_trouble`. */
export function asepsisWords(instruments: readonly Instrument[], fixtures: readonly Fixture[]): EvidenceWords {
  const things = ['left', 'right', 'field', ...instruments.map((i) => i.id)]
  return {
    subjects: things,
    objects: [...things, 'skin', ...fixtures.map((f) => f.id)],
    sites: ['prep'],
    values: {
      share: { unit: '1', step: 0.001 },
      seconds: { unit: 's', step: 0.1 },
      overlap_mm: { unit: 'mm', step: 0.01 },
    },
    texts: { trouble: ['touch_warning'] },
    flags: [],
    limits: ASEPSIS_LIMITS,
  }
}

const union = (a: readonly string[], b: readonly string[] = []): string[] => [...new Set([...a, ...b])]

/** Both manifests' words; where both declare a value's unit or a limit, `base` decides. */
export function joinWords(base: EvidenceWords, more: EvidenceWords): EvidenceWords {
  const texts: Record<string, readonly string[]> = { ...base.texts }
  for (const [key, list] of Object.entries(more.texts)) texts[key] = union(texts[key] ?? [], list)
  return {
    subjects: union(base.subjects, more.subjects),
    objects: union(base.objects, more.objects),
    sites: union(base.sites, more.sites),
    values: { ...more.values, ...base.values },
    texts,
    flags: union(base.flags, more.flags),
    limits: [...base.limits, ...more.limits.filter((l) => !base.limits.some((b) => b.id === l.id))],
  }
}
