// One sentence on the patient, out of the evidence alone.
import type { I18n } from '@lingui/core'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import type { Report } from '../../../scoring/index.ts'
import { say } from '../i18n.ts'

function drawn(events: readonly EvidenceEvent[]): number {
  const totals = events.filter((e) => e.kind === 'fill').map((e) => e.values['total_ml'] ?? e.values['ml'])
  const last = totals.filter((v) => typeof v === 'number').pop()
  return typeof last === 'number' ? Math.round(last) : 0
}

function touchedBone(events: readonly EvidenceEvent[]): boolean {
  return events.some((e) => e.kind === 'contact' && /bone|cortex|cartilage/.test(e.site ?? ''))
}

/** How much of a drill was done as it should be. */
export function drillSentence(i18n: I18n, report: Report): string {
  const judged = report.criteria.filter((c) => c.outcome !== 'not-applicable' && c.outcome !== 'not-measurable')
  const met = judged.filter((c) => c.outcome === 'met').length
  const values = { met, all: judged.length }
  return met === judged.length
    ? i18n._({ id: 'drill.allMet', message: 'All {all} points met.', values })
    : i18n._({ id: 'drill.someMet', message: '{met} of {all} points met.', values })
}

/** What became of the patient: a critical error first, then what was reached and what it cost. */
export function patientSentence(i18n: I18n, report: Report, events: readonly EvidenceEvent[]): string {
  const [critical] = report.critical_errors
  if (critical) return say(critical.title)
  const ml = drawn(events)
  if (ml === 0) {
    return i18n._({ id: 'patient.nothing', message: 'No fluid came out; the knee is as it was.' })
  }
  return touchedBone(events)
    ? i18n._({ id: 'patient.bone', message: '{ml} mL out; the needle touched bone or cartilage.', values: { ml } })
    : i18n._({ id: 'patient.good', message: '{ml} mL out, no harm done.', values: { ml } })
}
