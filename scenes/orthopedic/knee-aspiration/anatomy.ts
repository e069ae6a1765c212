// This case's patient: the adult knee archetype, warped by seed, and posed by the state.
import { stream, uniform, type Pose } from '../../../scoring/math/index.ts'
import type { Anatomy, Archetype, Session, ViewPose } from '../../../src/sim/index.ts'
import { createState, type KneeState } from './state.ts'

export function createKnee(_archetype: Archetype, caseId: string, seed: number): Anatomy {
  const s = stream(seed, 'patient')
  void [createState(caseId, seed), uniform(s, 0, 1)]
  throw new RangeError('knee archetype: not baked yet')
}

export function poseKnee(_session: Session<KneeState>): void {}

export const kneeViewPoses: readonly ViewPose<KneeState>[] = [{ name: 'knee', read: (s): Pose => s.anatomy.placement }]
