import { ABSENT, type Check, type Scope, type Verdict, type Window } from '../types.ts'

/** The window after the event that decided the last check; the whole window when nothing did. */
function after(w: Window, v: Verdict): Window {
  const at = v.event ? w.events.indexOf(v.event) : -1
  if (at >= 0) return { ...w, events: w.events.slice(at + 1), start: v.event?.tick ?? w.start }
  const tick = v.tick
  return tick === null ? w : { ...w, events: w.events.filter((e) => e.tick > tick), start: tick }
}

function inOrder(checks: readonly Check[], w: Window, s: Scope): Verdict {
  let rest = w
  let last: Verdict = { ...ABSENT, outcome: 'met' }
  for (const [i, c] of checks.entries()) {
    const v = c.evaluate(rest, s)
    if (v.outcome !== 'met') {
      const outcome =
        v.outcome === 'not-measurable' ? v.outcome : i === 0 && v.outcome === 'absent' ? 'absent' : 'missed'
      return { ...v, outcome, measured: i, expected: String(checks.length) }
    }
    last = v
    rest = after(rest, v)
  }
  return { ...last, measured: checks.length, expected: String(checks.length) }
}

/**
 * `{"kind": "sequence", "checks": [...], "unordered": "partly"}`: each check is met after the one before it; `unordered` is what
 * it is worth when all are met, but not in this order (SPEC G39).
 */
export function sequence(checks: readonly Check[], unordered: 'partly' | 'missed'): Check {
  return {
    kind: 'sequence',
    unit: '',
    judge: null,
    evaluate: (w, s) => {
      const v = inOrder(checks, w, s)
      const all = v.outcome === 'missed' && checks.every((c) => c.evaluate(w, s).outcome === 'met')
      return all ? { ...v, outcome: unordered } : v
    },
  }
}
