// One digest over every transcendental function: engines that agree on it agree on the arithmetic of the core.
import {
  acos,
  asin,
  atan,
  atan2,
  cos,
  digestHex,
  exp,
  foldNumber,
  log,
  newDigest,
  next,
  pow,
  sin,
  slerp,
  stream,
  tan,
  uniform,
  type Quat,
} from '../../../scoring/math/index.ts'

const UNARY = [
  [sin, -1e5, 1e5],
  [cos, -1e5, 1e5],
  [tan, -7, 7],
  [asin, -1, 1],
  [acos, -1, 1],
  [atan, -50, 50],
  [exp, -700, 700],
  [log, 0, 1e6],
] as const

/** 16 hexadecimal digits over 20,000 evaluations of each function. */
export function mathDigest(): string {
  const d = newDigest()
  const s = stream(1, 'digest')
  for (let i = 0; i < 20_000; i++) {
    for (const [f, low, high] of UNARY) foldNumber(d, f(uniform(s, low, high)))
    foldNumber(d, atan2(uniform(s, -1, 1), uniform(s, -1, 1)))
    foldNumber(d, pow(uniform(s, 0, 10), uniform(s, -20, 20)))
    const q: Quat = [sin(next(s)), 0, 0, cos(next(s))]
    for (const x of slerp([0, 0, 0, 1], q, next(s))) foldNumber(d, x)
  }
  return digestHex(d)
}
