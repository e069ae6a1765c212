import { defineProcedure, type Procedure } from '../../../src/sim/index.ts'
import { createKnee, kneeViewPoses, poseKnee } from './anatomy.ts'
import { cases } from './cases.ts'
import { channels } from './channels.ts'
import { fixtures } from './fixtures.ts'
import { instruments } from './instruments.ts'
import { performers } from './performers.ts'
import { rules } from './rules.ts'
import { createState, type KneeState } from './state.ts'
import { systems } from './systems.ts'
import { tissue } from './tissue.ts'
import { words } from './words.ts'

export const kneeAspiration: Procedure = defineProcedure<KneeState>({
  id: 'knee-aspiration',
  specialty: 'orthopedic',
  version: 1,
  title: { en: 'Knee aspiration', zh: '膝关节穿刺抽液' },
  archetype: 'knee-adult',
  cases,
  words,
  commands: [],
  phrases: [
    { id: 'explain', text: { en: 'I will draw the fluid from your knee now.', zh: '我现在给您抽膝关节里的积液。' } },
    { id: 'identify', text: { en: 'Please tell me your name and date of birth.', zh: '请告诉我您的姓名和出生日期。' } },
    { id: 'call_help', text: { en: 'Please call for help.', zh: '请帮忙叫人。' } },
  ],
  helperTargets: ['patella', 'pouch', 'hub'],
  instruments,
  fixtures,
  regions: ['superolateral', 'cellulitis'],
  tissue,
  createAnatomy: createKnee,
  createState,
  poseAnatomy: poseKnee,
  systems,
  rules,
  channels,
  viewPoses: kneeViewPoses,
  viewScalars: [
    { name: 'effusion_ml', unit: 'mL', step: 0.1, read: (s) => s.state.procedure.effusion_ml },
    { name: 'drawn_ml', unit: 'mL', step: 0.1, read: (s) => s.state.procedure.drawn_ml },
    { name: 'patella_mm', unit: 'mm', step: 0.1, read: (s) => s.state.procedure.patella_m * 1e3 },
  ],
  performers,
})
