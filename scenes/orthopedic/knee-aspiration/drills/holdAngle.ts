// Drill: pierce the skin and keep the needle to its line for 20 mm.
import { add, cross, mad, normalize, scale, type Vec3 } from '../../../../scoring/math/index.ts'
import type { Drill, Session } from '../../../../src/sim/index.ts'
import type { Actor, Play } from '../../../common/performing/actor.ts'
import { advance } from '../performers/needle.ts'
import { expertPlan, type Plan } from '../performers/plan.ts'
import { SIDE, aimed, takeUp } from '../performers/scene.ts'
import { EXPERT, alongAxis, goesOn } from './going.ts'
import { leadIn } from './leadIns.ts'
import { axisOfBody, happened, standingNeedle } from './seen.ts'

const SYRINGE = 'syringe-20'
/** A little more than the 20 mm that are asked for, m. */
const DEEP_M = 0.0212
/** Tangent of the angle by which the careless hand sinks. */
const SINKS = 0.23

const planOf = (session: Session): Plan => ({ ...expertPlan(session.case.id), syringe: SYRINGE, follows: false })

function* goDeep(actor: Actor, plan: Plan): Play {
  const { session } = actor
  const deep = (): boolean => (standingNeedle(session).state?.depth ?? 0) >= DEEP_M
  yield* alongAxis(actor, 1, { speed: plan.speed, limit: 0.02, done: deep })
  yield* actor.hold(0.3)
}

/** The hand sinks while it pushes: the needle turns about the skin. */
function* sink(actor: Actor): Play {
  const { session } = actor
  const needle = standingNeedle(session)
  const axis: Vec3 = axisOfBody(session, needle)
  const turned = normalize(add(axis, scale(normalize(cross(axis, [1, 0, 0])), SINKS)))
  const { entry, depth } = needle.state ?? { entry: needle.tipAt, depth: 0 }
  const pose = aimed(mad(entry, turned, depth), turned, needle.tip[2])
  yield* actor.reach(SIDE, actor.handFor(SIDE, pose), 0.6)
  yield* actor.hold(0.3)
}

export const holdAngle: Drill = {
  id: 'hold-angle',
  title: { en: 'Hold the angle over 20 mm', zh: '保持角度进针 20 mm' },
  task: {
    en: 'The field is ready and the skin is numb. Take the 20 mL syringe, go in at the mark towards the middle of the joint, and push the needle 20 mm in one straight line.',
    zh: '术野已备好，皮肤已麻醉。请取 20 mL 注射器，从标记处朝关节中央进针，沿一条直线推进 20 mm，角度保持不变。',
  },
  case: 'hot-knee',
  seconds: 120,
  leadIn: leadIn({
    moment: 'the patella is steadied',
    until: (_, seen) => seen.events.some((e) => e.subject === 'helper' && e.object === 'patella'),
  }),
  performers: [
    goesOn(EXPERT, function* (actor, session) {
      const plan = planOf(session)
      yield* takeUp(actor, SYRINGE)
      yield* advance(actor, plan)
      yield* goDeep(actor, plan)
    }),
    goesOn(
      { id: 'sinks', title: { en: 'The hand sinks', zh: '进针时手下沉' }, loses: ['straight', 'no-sweep'] },
      function* (actor, session) {
        const plan = planOf(session)
        yield* takeUp(actor, SYRINGE)
        yield* advance(actor, plan)
        yield* goDeep(actor, plan)
        if (happened(actor.seen.events, 'enter', 'skin')) yield* sink(actor)
      },
    ),
  ],
}
