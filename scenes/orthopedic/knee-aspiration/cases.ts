import type { Case } from '../../../src/sim/index.ts'

const base = {
  side: 'right', age_years: 58, weight_kg: 78, anticoagulant: true, prosthesis: false, septic_possible: true, shock: false,
  culture_here: true, steroid_indicated: false, antibiotics_first: false, lesion: 'cellulitis', lesion_at: 'anteromedial',
  fluid: 'cloudy', diabetic: true, asks_steroid: true, obese: false, tap_indicated: true,
}
const T = { en: 'x', zh: '中' }
export const cases: readonly Case[] = [
  { id: 'hot-knee', title: T, vignette: T, facts: base },
  { id: 'tense-oa', title: T, vignette: T, facts: { ...base, septic_possible: false, steroid_indicated: true, lesion: 'none', lesion_at: 'none', fluid: 'clear' } },
  { id: 'dry-tap', title: T, vignette: T, facts: { ...base, lesion: 'none', lesion_at: 'none' } },
  { id: 'cellulitis', title: T, vignette: T, facts: { ...base, lesion_at: 'superolateral' } },
  { id: 'prosthetic', title: T, vignette: T, facts: { ...base, tap_indicated: false, prosthesis: true, lesion: 'none', lesion_at: 'none' } },
  { id: 'first-hour', title: T, vignette: T, facts: { ...base, culture_here: false, lesion: 'none', lesion_at: 'none' } },
]
