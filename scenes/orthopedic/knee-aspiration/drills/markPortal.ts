// Drill: feel, then mark the portal.
import type { Drill } from '../../../../src/sim/index.ts'
import { expertPlan } from '../performers/plan.ts'
import { mark, palpate } from '../performers/prepare.ts'
import { EXPERT, goesOn } from './going.ts'
import { leadIn } from './leadIns.ts'
import { chose } from './seen.ts'

export const markPortal: Drill = {
  id: 'mark-portal',
  title: { en: 'Mark the portal', zh: '标记穿刺点' },
  task: {
    en: 'The knee lies on its roll. Feel the patella and the pouch with a finger, then mark the superolateral portal once with the skin marker.',
    zh: '膝下已垫枕。请先用手指触摸髌骨和髌上囊，再用记号笔在髌骨外上方标记一次穿刺点。',
  },
  case: 'hot-knee',
  seconds: 120,
  leadIn: leadIn({
    plan: { palpates: [] },
    moment: 'a roll lies under the knee',
    until: (_, seen) => chose(seen.events, 'prepare', 'roll'),
  }),
  performers: [
    goesOn(EXPERT, function* (actor, session) {
      const plan = expertPlan(session.case.id)
      yield* palpate(actor, plan)
      yield* mark(actor, plan)
    }),
    goesOn(
      { id: 'blind', title: { en: 'Marks without feeling', zh: '未触诊即标记' }, loses: ['felt', 'in-zone'] },
      function* (actor, session) {
        yield* mark(actor, { ...expertPlan(session.case.id), portal: 'lateral' })
      },
    ),
  ],
}
