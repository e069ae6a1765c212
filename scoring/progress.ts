// How far an attempt has come while it runs: which steps the case has, and what is certain of each (SPEC G60, G61).
import type { Device } from './evidence.ts'
import { profileOf, scopeOf, type CaseFacts } from './grade.ts'
import type { Protocol } from './protocol.ts'
import type { CriterionRow } from './report.ts'

/** `ahead`: nothing of it is done; `begun`: some is, the rest still can be; `partly`: something of it is lost for good. */
export type StepProgress = 'ahead' | 'begun' | 'done' | 'partly'

/** Kinds whose verdict, once there was something to judge, no later event makes good again. */
const FINAL: readonly string[] = ['value', 'extreme', 'duration', 'order']

/**
 * Steps with a criterion that this case could bring into play: by its facts and the profile; choices and events may still
 * come either way.
 * @throws RangeError when the profile is unknown or the case lacks a fact
 */
export function applicableSteps(
  protocol: Protocol,
  facts: CaseFacts,
  device: Device,
  profile?: string,
): ReadonlySet<string> {
  const scope = scopeOf(profileOf(protocol, profile), facts, device)
  const live = protocol.criteria.filter((c) => c.when === null || c.when.may(true, scope))
  return new Set(live.map((c) => c.step))
}

const COUNTS: readonly string[] = ['met', 'partly', 'missed', 'to-confirm']

/** What is certain of each step that has something to be judged, by id; `rows` are those of a grading so far. */
export function progressOf(protocol: Protocol, rows: readonly CriterionRow[]): Readonly<Record<string, StepProgress>> {
  const isFinal = new Map(protocol.criteria.map((c) => [c.id, c.critical || FINAL.includes(c.check.kind)]))
  const judged = rows.filter((r) => COUNTS.includes(r.outcome))
  const lost = (r: CriterionRow): boolean =>
    r.outcome !== 'met' && r.t !== null && r.reason === null && isFinal.get(r.id) === true
  const one = (step: string): StepProgress => {
    const mine = judged.filter((r) => r.step === step)
    if (mine.some(lost)) return 'partly'
    if (!mine.some((r) => r.t !== null && r.outcome !== 'missed')) return 'ahead'
    return mine.every((r) => r.outcome === 'met') ? 'done' : 'begun'
  }
  return Object.fromEntries([...new Set(judged.map((r) => r.step))].map((step) => [step, one(step)]))
}
