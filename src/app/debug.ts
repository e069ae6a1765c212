// window.__surehand: what tests may know of the page. It reads and never writes (README.md, "For tests").
import type { Vec3 } from '../../scoring/math/index.ts'
import type { DebugHook } from '../view/index.ts'
import type { RoomController } from './live/roomController.ts'
import type { ReplayRun } from './replay/ReplayRun.ts'
import { pixelOf } from './scene/look.ts'
import { useRoom } from './state/room.ts'

export interface RoomProbe {
  readonly attempt: string
  /** running, paused, finished, stopped */
  readonly state: string
  /** Ticks made, and ticks that are on the disk. */
  readonly tick: number
  readonly kept: number
  readonly view: ReturnType<RoomController['names']['all']>
  readonly landmarks: Readonly<Record<string, Vec3>>
  /** Names of the layers that `<tool>.layer` counts. */
  readonly layers: readonly string[]
  readonly shown: ReturnType<typeof useRoom.getState>['shown']
}

export interface AppHook extends DebugHook {
  /** The room that is open; undefined elsewhere. */
  room?: () => RoomProbe
  /** The replay that is open: where it stands and how long it is, s. */
  replay?: () => {
    readonly time_s: number
    readonly length_s: number
    readonly playing: boolean
    /** Tick of the view that the scene shows; undefined before the first. */
    readonly applied: number | undefined
  }
  /** Pixel of a point of the work frame, from the window's top left corner; null behind the camera. */
  project?: (point: Vec3) => readonly [number, number] | null
}

const hook = (): AppHook => (window.__surehand ??= {})

function probe(c: RoomController): RoomProbe {
  return {
    attempt: c.begun.header.id,
    state: c.run.state,
    tick: c.run.session.state.tick,
    kept: c.begun.keeper.row.ticks,
    view: c.names.all(),
    landmarks: { ...c.query.landmarks() },
    layers: c.begun.session.anatomy.layers,
    shown: useRoom.getState().shown,
  }
}

/** Shows the room to tests until it is left. */
export function exposeRoom(c: RoomController): () => void {
  const h = hook()
  h.room = () => JSON.parse(JSON.stringify(probe(c))) as RoomProbe
  h.project = (point) => {
    const at = pixelOf(c.look, point)
    const box = document.querySelector('.picture-inner')?.getBoundingClientRect()
    return at && box ? [at[0] + box.left, at[1] + box.top] : null
  }
  return () => {
    delete h.room
    delete h.project
  }
}

/** Shows the replay to tests until it is left. */
export function exposeReplay(run: ReplayRun): () => void {
  const h = hook()
  h.replay = () => ({ time_s: run.time_s, length_s: run.length_s, playing: run.playing, applied: run.applied })
  return () => void delete h.replay
}
