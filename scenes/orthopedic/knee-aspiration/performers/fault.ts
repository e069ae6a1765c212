// What a named fault is, and the small changes of a plan that most of them are.
import type { Text } from '../../../../src/sim/index.ts'
import type { Plan } from './plan.ts'

export interface Fault {
  readonly id: string
  readonly title: Text
  readonly cases: readonly string[]
  readonly loses: readonly string[]
  /** Lost on some patients only. */
  readonly may?: readonly string[]
  readonly because?: string
  readonly plan: (expert: Plan) => Partial<Plan>
}

type Lists = 'reads' | 'says' | 'acts' | 'orders' | 'tubes'
/** A plan without some items of one of its lists. */
export const lacking =
  (list: Lists, ...ids: readonly string[]) =>
  (plan: Plan): Partial<Plan> => ({ [list]: plan[list].filter((x) => !ids.includes(x)) })
/** A plan with these parts, whatever the expert's are. */
export const having = (plan: Partial<Plan>) => (): Partial<Plan> => plan

export const HOT = ['hot-knee'] as const
