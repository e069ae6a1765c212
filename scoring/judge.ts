// From a criterion and the evidence to one row of the report: applicability, device, verdict (SPEC G40-G41).
import { cannotMeasure, jitterIn, JITTERS, restsOnPose } from './capability.ts'
import type { Criterion } from './criterion.ts'
import type { Device, Evidence } from './evidence.ts'
import { unitOf } from './measure.ts'
import type { Outcome, Reason, CriterionRow } from './report.ts'
import { ABSENT, type Scope, type Verdict } from './types.ts'
import { TICK_HZ, wholeWindow } from './window.ts'

interface Decision {
  readonly outcome: Outcome
  readonly reason: Reason | null
}

function verdictOf(c: Criterion, evidence: Evidence, s: Scope): Verdict {
  const whole = wholeWindow(evidence)
  const w = c.between ? c.between(whole, s) : whole
  return w ? c.check.evaluate(w, s) : ABSENT
}

/** How far beyond what is allowed, and in which unit. */
function errorOf(c: Criterion, v: Verdict): { size: number | null; unit: string } {
  if (c.margin === null) return { size: v.margin, unit: c.unit }
  const value = v.event && Object.hasOwn(v.event.values, c.margin) ? v.event.values[c.margin] : undefined
  return { size: typeof value === 'number' ? Math.abs(value) : null, unit: unitOf(c.margin) }
}

/** A critical error that rests on pose and is nearer than three times the jitter, or of unknown size, is a human's to judge. */
function mustConfirm(c: Criterion, v: Verdict, device: Device): boolean {
  if (!c.critical || v.outcome === 'met' || !restsOnPose(c.needs)) return false
  const { size, unit } = errorOf(c, v)
  const jitter = jitterIn(unit, device)
  return size === null || jitter === null || size < JITTERS * jitter
}

/** A two-sided tolerance narrower than three times the jitter cannot be judged on this device. */
function tooNarrow(c: Criterion, v: Verdict, device: Device): boolean {
  const jitter = jitterIn(c.unit, device)
  if (!restsOnPose(c.needs) || v.halfWidth === null || v.halfWidth === 0 || jitter === null) return false
  return v.halfWidth < JITTERS * jitter
}

function decide(c: Criterion, v: Verdict, device: Device): Decision {
  if (v.outcome === 'not-applicable') return { outcome: v.outcome, reason: 'absent' }
  const lost = cannotMeasure(c.needs, device)
  if (lost) return { outcome: 'not-measurable', reason: lost }
  if (c.spoiledBy.some((a) => device.assists.includes(a))) return { outcome: 'not-measurable', reason: 'assist' }
  if (v.outcome === 'not-measurable') return { outcome: v.outcome, reason: 'channel' }
  if (tooNarrow(c, v, device)) return { outcome: 'not-measurable', reason: 'jitter' }
  if (v.outcome === 'absent') {
    return c.absent === 'missed'
      ? { outcome: 'missed', reason: 'absent' }
      : { outcome: 'not-applicable', reason: 'absent' }
  }
  return { outcome: mustConfirm(c, v, device) && v.outcome === 'missed' ? 'to-confirm' : v.outcome, reason: null }
}

function feedbackFor(c: Criterion, outcome: Outcome): CriterionRow['feedback'] {
  if (outcome === 'met' || outcome === 'partly' || outcome === 'missed') return c.feedback[outcome]
  return outcome === 'to-confirm' ? c.feedback.missed : null
}

const rounded = (m: Verdict['measured']): Verdict['measured'] => (typeof m === 'number' ? Math.round(m * 1e4) / 1e4 : m)

/** One criterion of one attempt. @throws RangeError when the case lacks a fact that the protocol uses */
export function judgeCriterion(c: Criterion, evidence: Evidence, device: Device, scope: Scope): CriterionRow {
  const applies = c.when === null || c.when(wholeWindow(evidence), scope)
  const v = applies ? verdictOf(c, evidence, scope) : ABSENT
  const d: Decision = applies ? decide(c, v, device) : { outcome: 'not-applicable', reason: 'condition' }
  return {
    id: c.id,
    step: c.step,
    title: c.title,
    part: c.part,
    skill: c.skill,
    weight: c.weight,
    critical: c.critical,
    ...d,
    measured: rounded(v.measured),
    unit: c.unit,
    expected: v.expected,
    t: v.tick === null ? null : v.tick / TICK_HZ,
    mark: c.mark,
    provisional: c.mark === 'placeholder',
    source: c.source,
    feedback: feedbackFor(c, d.outcome),
  }
}
