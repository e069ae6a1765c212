import { parseJudgement } from '../expectation.ts'
import { parseMeasure } from '../measure.ts'
import { maybe, name, object } from '../parse.ts'
import type { CheckParser } from '../types.ts'
import { measuring } from './value.ts'

/**
 * `{"kind": "covered", "region": "prep_zone", "key": "share", "by": "swab", "expect": E}`: the largest value of `key` among
 * the `cover` events of that region (SPEC G36).
 */
export const parseCovered: CheckParser = (value, at, ctx) => {
  const o = object(value, at, { required: ['kind', 'region', 'expect'], optional: ['key', 'by', 'partly'] })
  const site = name(o['region'], `${at}.region`)
  const key = maybe(o['key'], 'share', (v) => name(v, `${at}.key`))
  const by = maybe(o['by'], {}, (v) => ({ subject: name(v, `${at}.by`) }))
  const measure = parseMeasure({ value: key, of: { kind: 'cover', site, ...by }, take: 'max' }, at, ctx)
  return measuring('covered', measure, parseJudgement(o, at, ctx))
}
