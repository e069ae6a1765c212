import { useSettings } from '../state/settings.ts'
import type { Entry } from './useLive.ts'

/** What an address of the room asks for: /room/new/<procedure>/<case>/<mode>[/drill-<id>][/headset] or /room/<attempt>. */
export function entryOf(path: string): Entry {
  const parts = path.split('/').slice(path.split('/').indexOf('room') + 1)
  const [first = '', procedure = '', chosen = '', mode, ...more] = parts
  if (first !== 'new') return { kind: 'resume', id: first }
  const drill = more.find((part) => part.startsWith('drill-'))?.slice('drill-'.length)
  const { handedness, profile, tremorFilter } = useSettings.getState()
  const touch = matchMedia('(pointer: coarse)').matches
  return {
    kind: 'new',
    wanted: {
      procedure,
      case: chosen,
      ...(drill === undefined ? {} : { drill }),
      // a drill says what to do in its task: it has no list of steps
      mode: mode === 'practice' || drill !== undefined ? 'practice' : 'guided',
      input_class: more.includes('headset') ? 'controllers' : touch ? 'touch' : 'mouse',
      handedness,
      profile,
      tremorFilter,
    },
  }
}

/** A new attempt with a headset begins in its session, because only there it is known with what the wearer works. */
export function needsHeadset(entry: Entry): boolean {
  return entry.kind === 'new' && entry.wanted.input_class === 'controllers'
}
