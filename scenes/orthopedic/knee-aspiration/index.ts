import { defineProcedure, type Case, type Procedure } from '../../../src/sim/index.ts'
import { peopleChannels, peopleScalars, phrasesOf } from '../../common/people/index.ts'
import { shareOf } from '../../common/asepsis/index.ts'
import { actGroups } from './actGroups.ts'
import { createKnee, kneeViewPoses, poseKnee } from './anatomy.ts'
import { cases, vitals } from './cases.ts'
import { channels } from './channels.ts'
import { commands } from './commands.ts'
import { fixtures } from './fixtures.ts'
import { frontMl } from './fluids.ts'
import { instruments } from './instruments.ts'
import { performers } from './performers.ts'
import { records } from './records.ts'
import { rules } from './rules.ts'
import { drills } from './drills/index.ts'
import { createState, type KneeState } from './state.ts'
import { systems } from './systems.ts'
import { tissue } from './tissue.ts'
import { turning } from './turning.ts'
import { words } from './words.ts'

/** What stands in the record of a case, and what was measured on arrival. */
function recorded(caseId: string): Pick<Case, 'record' | 'vitals'> {
  const measured = vitals[caseId]
  return { record: records[caseId] ?? {}, ...(measured ? { vitals: measured } : {}) }
}

export const kneeAspiration: Procedure = defineProcedure<KneeState>({
  id: 'knee-aspiration',
  specialty: 'orthopedic',
  version: 3,
  title: { en: 'Knee aspiration', zh: '膝关节穿刺抽液' },
  archetype: 'knee-adult',
  cases: cases.map((c) => ({ ...c, ...recorded(c.id) })),
  words,
  commands,
  actGroups,
  phrases: phrasesOf(),
  helperTargets: ['patella', 'pouch', 'hub'],
  instruments,
  fixtures,
  regions: ['superolateral', 'lateral', 'medial', 'lesion', 'prep'],
  tissue,
  createAnatomy: createKnee,
  createState,
  poseAnatomy: poseKnee,
  systems,
  rules,
  channels: [...channels, turning, ...peopleChannels<KneeState>((x) => x.people)],
  viewPoses: kneeViewPoses,
  viewScalars: [
    { name: 'effusion_ml', unit: 'mL', step: 0.1, read: (s) => frontMl(s.state.procedure) },
    { name: 'drawn_ml', unit: 'mL', step: 0.1, read: (s) => s.state.procedure.drawn_ml },
    { name: 'patella_mm', unit: 'mm', step: 0.1, read: (s) => s.state.procedure.patella_m * 1e3 },
    { name: 'flexion_deg', unit: 'deg', step: 0.1, read: (s) => s.state.procedure.flexed_rad * 57.29577951308232 },
    { name: 'prep_share', unit: '1', step: 0.01, read: (s) => shareOf(s.state.procedure.asepsis) },
    ...peopleScalars<KneeState>((x) => x.people),
  ],
  performers,
  drills,
})
