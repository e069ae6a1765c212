import { useSettings } from '../state/settings.ts'
import type { Entry } from './useLive.ts'

/** What an address of the room asks for: /room/new/<procedure>/<case>/<mode> or /room/<attempt>. */
export function entryOf(path: string): Entry {
  const parts = path.split('/').slice(path.split('/').indexOf('room') + 1)
  const [first = '', procedure = '', chosen = '', mode] = parts
  if (first !== 'new') return { kind: 'resume', id: first }
  const touch = matchMedia('(pointer: coarse)').matches
  return {
    kind: 'new',
    wanted: {
      procedure,
      case: chosen,
      mode: mode === 'practice' ? 'practice' : 'guided',
      input_class: touch ? 'touch' : 'mouse',
      handedness: useSettings.getState().handedness,
    },
  }
}
