// Commands that every procedure has, before its own (SPEC S3).
import type { CommandDef } from './command.ts'
import { HAND_NAMES } from './hands/grasp.ts'
import type { Procedure } from './procedure.ts'
import { VERBS } from './state.ts'

export const WAITS_S = ['30', '60', '300', '600', '900'] as const
export const VIEWS = ['work', 'side', 'face', 'tray', 'imager'] as const
/** Longest step of the clinical clock inside a wait, s: coarse and fixed, so that physiology agrees everywhere. */
export const WAIT_STEP_S = 5

const options = (list: readonly string[]): readonly string[] => (list.length > 0 ? list : ['none'])

/** The numbered table of a procedure: built-in commands first, so that their numbers never move. */
export function commandTable(p: Pick<Procedure, 'commands' | 'helperTargets' | 'phrases'>): CommandDef[] {
  return [
    { id: 'wait', args: { seconds: { kind: 'choice', options: WAITS_S } } },
    { id: 'pause', args: { seconds: { kind: 'number', min: 0, max: 86_400, step: 0.1 } } },
    {
      id: 'helper',
      args: {
        verb: { kind: 'choice', options: VERBS },
        target: { kind: 'choice', options: options(p.helperTargets) },
        firmness: { kind: 'int', min: 1, max: 3 },
      },
    },
    { id: 'say', args: { phrase: { kind: 'choice', options: options(p.phrases.map((x) => x.id)) } } },
    { id: 'view', args: { name: { kind: 'choice', options: VIEWS } } },
    { id: 'recenter', args: {} },
    {
      id: 'assist',
      args: {
        id: { kind: 'choice', options: ['glide', 'axis_lock', 'tremor_filter', 'parked_hand', 'step_buttons'] },
        on: { kind: 'int', min: 0, max: 1 },
      },
    },
    { id: 'panel', args: { open: { kind: 'int', min: 0, max: 1 } } },
    { id: 'finish', args: {} },
    { id: 'unmount', args: { hand: { kind: 'choice', options: HAND_NAMES } } },
    { id: 'mount', args: { hand: { kind: 'choice', options: HAND_NAMES } } },
    { id: 'handover', args: {} },
    ...p.commands,
  ]
}
