// The same check over each repeat: each pass, hole or tube (SPEC G18).
import { best, worst } from './criteria/combine.ts'
import { identity } from './criteria/count.ts'
import { parseJudgement, type Judgement } from './expectation.ts'
import { name, object, oneOf, ProtocolError, type Fields } from './parse.ts'
import { allMatches, findFrom, parsePattern, type Pattern } from './pattern.ts'
import { ABSENT, type Check, type Context, type Scope, type Verdict, type Window } from './types.ts'
import { only, slice } from './window.ts'

type Repeats = (w: Window, s: Scope) => Window[]

/** From each match to the event before the next match, or up to and with the first `until` if that comes earlier. */
function repeatsBetween(each: Pattern, until: Pattern | null): Repeats {
  return (w, s) => {
    const starts = w.events.flatMap((e, i) => (each.matches(e, s) ? [i] : []))
    return starts.map((from, n) => {
      const next = starts[n + 1] ?? w.events.length
      const stop = until ? findFrom(w.events, until, s, from + 1) : -1
      const ended = stop >= 0 && stop < next
      return slice(w, from, ended ? stop : next - 1, w.events[ended ? stop : next]?.tick ?? w.end)
    })
  }
}

/** Events that share an identity with a match of `among`, even when repeats overlap in time. */
function repeatsBy(by: string, among: Pattern): Repeats {
  return (w, s) => {
    const found = allMatches(w.events, among, s).map((e) => identity(e, by))
    const keys = [...new Set(found)].filter((k) => k !== null)
    return keys.map((k) =>
      only(
        w,
        w.events.filter((e) => identity(e, by) === k),
      ),
    )
  }
}

function parseRepeats(o: Fields, at: string, ctx: Context): Repeats {
  if (o['by'] === undefined) {
    if (o['among'] !== undefined) throw new ProtocolError(at, 'got "among" without "by"; add "by" or use "each"')
    const until = o['until'] === undefined ? null : parsePattern(o['until'], `${at}.until`, ctx)
    return repeatsBetween(parsePattern(o['each'], `${at}.each`, ctx), until)
  }
  if (o['each'] !== undefined || o['until'] !== undefined) {
    throw new ProtocolError(at, 'got "by" with "each" or "until", expected "by" and "among", or "each" and "until"')
  }
  return repeatsBy(name(o['by'], `${at}.by`), parsePattern(o['among'], `${at}.among`, ctx))
}

function mean(all: readonly Verdict[], check: Check, s: Scope): Verdict {
  const numbers = all.flatMap((v) => (typeof v.measured === 'number' ? [v.measured] : []))
  const last = all[all.length - 1]
  if (numbers.length === 0 || !check.judge) return worst(all)
  const value = numbers.reduce((a, b) => a + b, 0) / numbers.length
  return { ...check.judge(value, s), tick: last?.tick ?? null, event: last?.event ?? null }
}

function count(all: readonly Verdict[], judgement: Judgement, s: Scope): Verdict {
  const met = all.filter((v) => v.outcome === 'met')
  const last = met[met.length - 1]
  return { ...judgement.judge(met.length, s), tick: last?.tick ?? null, event: last?.event ?? null }
}

/**
 * `{"each": P, "until": P, "take": "worst"}` or `{"by": "pass", "among": P, "take": ...}`; `take` is worst, best, mean, or
 * count (how many repeats are met, with its own `expect`).
 */
export function parsePer(value: unknown, at: string, ctx: Context, check: Check): Check {
  const o = object(value, at, {
    required: ['take'],
    optional: ['each', 'until', 'by', 'among', 'expect', 'partly'],
  })
  const take = oneOf(o['take'], `${at}.take`, ['worst', 'best', 'mean', 'count'])
  const repeats = parseRepeats(o, at, ctx)
  if (take === 'mean' && !check.judge) {
    throw new ProtocolError(
      `${at}.take`,
      `got mean of a check of kind ${check.kind}, expected a check that measures a number`,
    )
  }
  if (take !== 'count' && o['expect'] !== undefined) {
    throw new ProtocolError(`${at}.expect`, 'only "take": "count" has an expectation of its own')
  }
  const judgement = take === 'count' ? parseJudgement(o, at, ctx, 'counted') : null
  return {
    ...check,
    unit: take === 'count' ? '' : check.unit,
    judge: null,
    evaluate: (w, s) => {
      const all = repeats(w, s).map((r) => check.evaluate(r, s))
      if (all.length === 0) return ABSENT
      if (judgement) return count(all, judgement, s)
      if (take === 'mean') return mean(all, check, s)
      return take === 'best' ? best(all) : worst(all)
    },
  }
}
