import { maybe, name, object, oneOf, ProtocolError, someOf, text } from '../parse.ts'
import { ABSENT, type Check, type CheckParser } from '../types.ts'

/**
 * `{"kind": "choice", "about": "steroid", "right": ["no"], "partly": ["ask"], "key": "choice", "take": "last"}`: the text of
 * `values[key]` of the `choose` event whose object is `about` (SPEC G37).
 */
export const parseChoice: CheckParser = (value, at): Check => {
  const o = object(value, at, { required: ['kind', 'about', 'right'], optional: ['partly', 'key', 'take'] })
  const about = name(o['about'], `${at}.about`)
  const key = maybe(o['key'], 'choice', (v) => name(v, `${at}.key`))
  const right = someOf(o['right'], `${at}.right`, text)
  const half = maybe<string[], string[]>(o['partly'], [], (v) => someOf(v, `${at}.partly`, text))
  const take = maybe(o['take'], 'last' as const, (v) => oneOf(v, `${at}.take`, ['first', 'last']))
  const both = half.find((x) => right.includes(x))
  if (both !== undefined) throw new ProtocolError(`${at}.partly`, `"${both}" is also in "right"; keep one`)
  return {
    kind: 'choice',
    unit: '',
    judge: null,
    evaluate: (w) => {
      const made = w.events.filter(
        (e) => e.kind === 'choose' && e.object === about && typeof e.values[key] === 'string',
      )
      const event = take === 'first' ? made[0] : made[made.length - 1]
      const expected = right.join(' / ')
      if (!event) return { ...ABSENT, expected }
      const measured = String(event.values[key])
      const outcome = right.includes(measured) ? 'met' : half.includes(measured) ? 'partly' : 'missed'
      return { ...ABSENT, outcome, measured, expected, tick: event.tick, event }
    },
  }
}
