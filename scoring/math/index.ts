export {
  type Vec3,
  type Quat,
  type Pose,
  ZERO,
  IDENTITY,
  add,
  sub,
  scale,
  mad,
  dot,
  cross,
  length,
  distance,
  normalize,
  lerp,
  multiply,
  conjugate,
  normalizeQuat,
  rotate,
  unrotate,
  transform,
  untransform,
  compose,
  invert,
  nlerp,
  turn,
  spin,
  between,
} from './vec.ts'
export { type Stream, stream, next, uniform, normal } from './random.ts'
export { type Digest, newDigest, foldNumber, foldString, digestHex } from './digest.ts'
export { sin, cos, tan } from './trig.ts'
export { asin, acos, atan, atan2 } from './inverse.ts'
export { exp, log, pow } from './exponential.ts'
export { slerp } from './slerp.ts'
