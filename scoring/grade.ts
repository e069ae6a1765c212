// grade(protocol, case facts, evidence, device) -> Report: pure, knows nothing of three, cannon or React.
import { CLOCK_LOST_SAID } from './capability.ts'
import type { DetectionLimit, Device, Evidence } from './evidence.ts'
import { judgeCriterion } from './judge.ts'
import { coordinates } from './measure.ts'
import { MOTION_FILTER } from './metrics/filter.ts'
import { computeMetric } from './metrics/index.ts'
import type { MotionMetric, Profile, Protocol } from './protocol.ts'
import type { Band, CriterionRow, MotionRow, Report } from './report.ts'
import { bandReport, overall, points, shareOf } from './score.ts'
import type { Scope } from './types.ts'
import { wholeWindow } from './window.ts'
import { REVIEW_TEXT } from './words.ts'

/** Facts of a case that formulas and conditions may use. */
export type CaseFacts = Readonly<Record<string, number | string | boolean>>

export interface GradeOptions {
  /** Id of a profile; the protocol's first one otherwise. */
  readonly profile?: string
  readonly case?: string
  readonly seed?: number
  /** Detection limits of the procedure's manifest, to be listed. */
  readonly limits?: readonly DetectionLimit[]
}

/** @throws RangeError for an id that the protocol does not have */
export function profileOf(protocol: Protocol, id: string | undefined): Profile {
  const found = id === undefined ? protocol.profiles[0] : protocol.profiles.find((p) => p.id === id)
  if (found) return found
  const known = protocol.profiles.map((p) => p.id).join(', ')
  throw new RangeError(`grade: got profile "${id}", expected one of ${known}`)
}

/** What conditions and numbers may ask about case, profile and device. */
export function scopeOf(profile: Profile, facts: CaseFacts, device: Device): Scope {
  const own: Readonly<Record<string, number>> = {
    reaction_ms: device.reaction_ms,
    jitter_mm: device.jitter_mm,
    jitter_deg: device.jitter_deg,
  }
  const fact = (name: string, at: string): number | string | boolean => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined
    if (value === undefined) throw new RangeError(`${at}: the case has no fact "${name}"; add it to the case`)
    return value
  }
  const scope: Scope = {
    profile: profile.id,
    fact,
    number: (name, at) => {
      const set = profile.values.get(name)
      if (set) return set.resolve(scope)
      const value = Object.hasOwn(own, name) ? own[name] : fact(name, at)
      if (typeof value === 'number') return value
      throw new RangeError(`${at}: got the fact "${name}" = ${String(value)}, expected a number`)
    },
  }
  return scope
}

function motionRow(m: MotionMetric, evidence: Evidence, scope: Scope): MotionRow {
  const whole = wholeWindow(evidence)
  const w = m.between ? m.between(whole, scope) : whole
  const c = w && coordinates(w, m.channels)
  const value = c ? computeMetric(m.metric, c.axes, c.hz) : null
  return {
    value: value === null ? null : Math.round(value * 1e3) / 1e3,
    unit: m.unit,
    metric: m.metric,
    filter: MOTION_FILTER,
  }
}

function notesOf(evidence: Evidence, device: Device): Report['notes'] {
  const trouble = evidence.events.filter((e) => e.kind === 'control_trouble').length
  const lost = device.clock_lost > CLOCK_LOST_SAID
  return [
    ...(lost ? [{ code: 'clock_lost' as const, value: device.clock_lost }] : []),
    ...(trouble > 0 ? [{ code: 'control_trouble' as const, value: trouble }] : []),
  ]
}

type Standing = Pick<
  Report,
  'score' | 'result' | 'conduct' | 'band' | 'provisional_band' | 'passed' | 'bands' | 'parts'
>

function standing(protocol: Protocol, rows: readonly CriterionRow[], device: Device, scope: Scope): Standing {
  const critical = rows.some((r) => r.critical && r.outcome === 'missed')
  const pending = rows.some((r) => r.outcome === 'to-confirm')
  const base = { critical, scope, share: shareOf }
  const cuts = protocol.bands
  const whole = bandReport({ ...base, rows, cut: cuts.overall, share: overall })
  const of = (key: 'part' | 'skill', word: string): CriterionRow[] => rows.filter((r) => r[key] === word)
  const hand = cuts.hand.get(device.input_class) ?? null
  const result = bandReport({ ...base, rows: of('part', 'result'), cut: null })
  const conduct = bandReport({ ...base, rows: of('part', 'conduct'), cut: null })
  const passed = (band: Band): boolean | null => (band === 'not-set' || pending ? null : band === 'competent')
  return {
    score: points(overall(rows)),
    result: result.score,
    conduct: conduct.score,
    band: whole.band,
    provisional_band: whole.provisional_band,
    passed: passed(whole.band),
    bands: {
      decisions: bandReport({ ...base, rows: of('skill', 'decisions'), cut: cuts.decisions }),
      hand: bandReport({ ...base, rows: of('skill', 'hand'), cut: hand }),
    },
    parts: { result, conduct },
  }
}

function errorsOf(rows: readonly CriterionRow[]): Pick<Report, 'critical_errors' | 'to_confirm'> {
  const critical = rows.filter((r) => r.critical && r.outcome === 'missed')
  const open = rows.filter((r) => r.outcome === 'to-confirm')
  return {
    critical_errors: critical.map((r) => ({ id: r.id, t: r.t, title: r.title })),
    to_confirm: open.map((r) => ({ id: r.id, t: r.t })),
  }
}

/**
 * Judges one attempt. Same arguments, same report, on every engine.
 * @param facts facts of the case; must hold every name in the protocol's `facts`
 * @param device the header's device fields and the share of wall clock lost, 0..1
 * @throws RangeError when the profile is unknown or the case lacks a fact, naming the criterion
 */
// oxlint-disable-next-line max-params -- the product's central function: four parts of one judgement, and what is shown
export function grade(
  protocol: Protocol,
  facts: CaseFacts,
  evidence: Evidence,
  device: Device,
  options: GradeOptions = {},
): Report {
  const profile = profileOf(protocol, options.profile)
  const scope = scopeOf(profile, facts, device)
  const criteria = protocol.criteria.map((c) => judgeCriterion(c, evidence, device, scope))
  return {
    procedure: protocol.id,
    case: options.case ?? null,
    seed: options.seed ?? null,
    input_class: device.input_class,
    profile: profile.id,
    protocol_version: protocol.version,
    ...standing(protocol, criteria, device, scope),
    ...errorsOf(criteria),
    criteria,
    motion: Object.fromEntries(protocol.motion.map((m) => [m.id, motionRow(m, evidence, scope)])),
    detection_limits: options.limits ?? [],
    notes: notesOf(evidence, device),
    review: { ...protocol.review, text: REVIEW_TEXT[protocol.review.state] },
    scope: protocol.scope.level,
  }
}
