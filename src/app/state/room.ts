// What the room's bars and badges show. Written a few times a second at most, and only when something changed.
import { create } from 'zustand'
import type { DesktopStatus, DriverNote } from '../../input/index.ts'
import type { Quality, ViewName } from '../../view/index.ts'
import { flags } from '../flags.ts'
import { useSettings } from './settings.ts'

export type Panel = 'none' | 'do' | 'put' | 'talk' | 'wait' | 'view' | 'tools' | 'help' | 'helper' | 'steps' | 'finish'

export interface RoomShown {
  readonly phase: 'running' | 'paused' | 'finished' | 'stopped'
  readonly status: Omit<DesktopStatus, 'aim'> | null
  /** What each hand holds, as instrument ids. */
  readonly left: string | null
  readonly right: string | null
  readonly plunger_ml: number
  readonly fluid_ml: number
  readonly hasPlunger: boolean
  readonly clinical_s: number
  readonly motion_s: number
  /** Seconds of the attempt that are on the disk. */
  readonly safe_s: number
  readonly force_n: number
}

/** What is said in passing: of the hands, and of a syringe that came off or went on (`moved`: nobody had the hub). */
export type RoomNote = DriverNote | 'off' | 'off_moved' | 'on' | 'on_moved'

interface RoomStore {
  readonly shown: RoomShown
  readonly panel: Panel
  /** Kind of acts that was chosen in the list `do`; forgotten when another list opens or closes. */
  readonly group: string
  readonly view: ViewName
  /** What the room is drawn with; lowered once when the device cannot keep up. */
  readonly quality: Quality
  readonly note: RoomNote | null
  /** Last failure of the store; the attempt goes on. */
  readonly storeError: unknown
  readonly runError: unknown
  readonly stepButtons: boolean
  /** A stopped attempt is being sealed. */
  readonly sealing: boolean
  show(shown: RoomShown): void
  open(panel: Panel): void
  set(
    change: Partial<
      Pick<RoomStore, 'group' | 'view' | 'quality' | 'note' | 'storeError' | 'runError' | 'stepButtons' | 'sealing'>
    >,
  ): void
  reset(): void
}

const NOTHING: RoomShown = {
  phase: 'running',
  status: null,
  left: null,
  right: null,
  plunger_ml: 0,
  fluid_ml: 0,
  hasPlunger: false,
  clinical_s: 0,
  motion_s: 0,
  safe_s: 0,
  force_n: 0,
}

/** What a room opens with: as the address says, else as the settings say. */
function wished(): { readonly quality: Quality; readonly panel: Panel } {
  const { drawing, stepButtons } = useSettings.getState()
  const quality = !flags.asksQuality && drawing === 'low' ? 'low' : flags.quality
  return { quality, panel: stepButtons ? 'steps' : 'none' }
}

const FRESH = {
  shown: NOTHING,
  group: '',
  view: 'work' as const,
  note: null,
  storeError: null,
  runError: null,
  stepButtons: false,
  sealing: false,
}

export const useRoom = create<RoomStore>((set) => ({
  ...FRESH,
  ...wished(),
  show: (shown) => set({ shown }),
  open: (panel) => set({ panel, group: '' }),
  set: (change) => set(change),
  reset: () => set({ ...FRESH, ...wished() }),
}))
