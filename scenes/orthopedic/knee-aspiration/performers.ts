// Scripted attempts through the same ticks as a person's. Figures of these are software tests, no evidence of skill.
import type { Performer } from '../../../src/sim/index.ts'
import { STEADY } from '../../common/performing/actor.ts'
import { faults } from './performers/faults.ts'
import { expertPlan, novicePlan } from './performers/plan.ts'
import { aspirate } from './performers/whole.ts'

export const performers: readonly Performer[] = [
  {
    id: 'expert',
    title: { en: 'Expert (scripted)', zh: '专家（脚本）' },
    loses: [],
    perform: (session, seed) => aspirate(session, seed, expertPlan(session.case.id)),
  },
  {
    id: 'novice',
    title: { en: 'Novice (scripted)', zh: '新手（脚本）' },
    loses: ['palpated', 'sharps'],
    perform: (session, seed) => aspirate(session, seed, novicePlan(session.case.id, seed)),
  },
  ...faults.map((fault): Performer => ({
    id: fault.id,
    title: fault.title,
    cases: fault.cases,
    loses: fault.loses,
    perform(session, seed) {
      const expert = expertPlan(session.case.id)
      return aspirate(session, seed, { ...expert, ...fault.plan(expert) })
    },
  })),
]

/** The expert with hands that do not tremble: for tests that resample the motion, which must not live by a tremor. */
export const calmExpert: Performer = {
  id: 'calm-expert',
  title: { en: 'Expert without tremor (scripted)', zh: '无震颤的专家（脚本）' },
  loses: [],
  perform: (session, seed) =>
    aspirate(session, seed, { ...expertPlan(session.case.id), manner: { ...STEADY, tremor_mm: 0 } }),
}
