// What goes on in this room, in its order: acts first (they cost clinical time), people last (they feel all the rest).
import type { System } from '../../../src/sim/index.ts'
import { numbAt } from '../../common/drugs/index.ts'
import { people } from '../../common/people/index.ts'
import { acts } from './acts.ts'
import { press } from './fluids.ts'
import { hang } from './hanging.ts'
import { fluid, limb } from './joint.ts'
import { palpation } from './palpation.ts'
import { keepSterile } from './sterile.ts'
import { trouble } from './trouble.ts'
import type { KneeState } from './state.ts'

const folk = people<KneeState>(
  {
    numb: (s, point) => numbAt(s.state.procedure.spots, point, s.state.clinical_s),
    asksSteroid: (s) => s.case.facts['asks_steroid'] === true,
  },
  (s) => s.people,
)

export const systems: readonly System<KneeState>[] = [
  acts,
  limb,
  press,
  hang,
  fluid,
  palpation,
  keepSterile,
  trouble,
  folk,
]
