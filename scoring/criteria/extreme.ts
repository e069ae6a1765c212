import { parseJudgement } from '../expectation.ts'
import { parseMeasure } from '../measure.ts'
import { object, oneOf, ProtocolError } from '../parse.ts'
import type { CheckParser } from '../types.ts'
import { measuring } from './value.ts'

/** `{"kind": "extreme", "measure": {"channel": "depth_mm", "take": "max"}, "expect": E}` over the interval (SPEC G33). */
export const parseExtreme: CheckParser = (value, at, ctx) => {
  const o = object(value, at, { required: ['kind', 'measure', 'expect'], optional: ['partly'] })
  const m = object(o['measure'], `${at}.measure`, { required: ['take'], optional: ['channel', 'value', 'of'] })
  if (m['channel'] === undefined && m['value'] === undefined) {
    throw new ProtocolError(`${at}.measure`, 'got no "channel" and no "value", expected one of them')
  }
  oneOf(m['take'], `${at}.measure.take`, ['max', 'min', 'span', 'mean'])
  return measuring('extreme', parseMeasure({ ...m }, `${at}.measure`, ctx), parseJudgement(o, at, ctx))
}
