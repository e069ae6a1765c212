// Head and hands of a headset in the work frame: the wearer is placed once, when the first pose comes.
import { compose, distance, dot, rotate, transform } from '../../../scoring/math/index.ts'
import {
  type DeviceSample,
  type ExchangeNow,
  type HeldTool,
  type SceneQuery,
  type Side,
  XrReader,
} from '../../input/index.ts'
import type { RoomController } from '../live/roomController.ts'
import { workFrameFor } from './session.ts'

type Frame = Parameters<XrReader['read']>[0]

/** The renderer, as far as a headset needs it. */
export interface XrRenderer {
  readonly xr: {
    enabled: boolean
    readonly isPresenting: boolean
    getReferenceSpace(): XRReferenceSpace | null
    setReferenceSpaceType(type: XRReferenceSpaceType): void
    setSession(session: XRSession): Promise<void>
  }
}

/** What an exchange of needles would do for a hand, and how far its nozzle still is from the hub. */
function exchangeIn(query: SceneQuery, side: Side): ExchangeNow | null {
  const now = query.exchange(side)
  const tool = query.tool(side)
  const dock = now?.act === 'on' ? query.dock(side, now.needle) : null
  if (!now || !tool || !dock) return now && { act: now.act, gap_m: Infinity, angle_rad: Infinity }
  const cosine = dot(rotate(tool.pose.q, tool.axis), rotate(dock.pose.q, tool.axis))
  const gap_m = distance(transform(tool.pose, tool.tip), transform(dock.pose, tool.tip))
  // a needle that lies turns to the nozzle
  return { act: now.act, gap_m, angle_rad: dock.fixed ? Math.acos(Math.min(1, Math.max(-1, cosine))) : 0 }
}

export class HeadsetReader {
  private readonly reader: XrReader
  private readonly controller: RoomController
  private placed = false

  constructor(controller: RoomController) {
    this.controller = controller
    this.reader = new XrReader({
      tool: (side) => this.toolIn(side),
      exchange: (side) => exchangeIn(this.controller.query, side),
    })
  }

  /** What a hand holds, with its pose in the reference space, where the hands are read. */
  private toolIn(side: Side): HeldTool | null {
    const tool = this.controller.query.tool(side)
    return tool && { ...tool, pose: compose(this.controller.workFrame, tool.pose) }
  }

  /** A sample in the reference space; null until the wearer was placed, and outside a session. */
  read(gl: XrRenderer, frame: unknown, nowMs: number): DeviceSample | null {
    const base = gl.xr.isPresenting && frame ? gl.xr.getReferenceSpace() : null
    if (!base) {
      this.placed = false
      return null
    }
    const sample = this.reader.read(frame as Frame, base, nowMs)
    for (const c of this.reader.takeCommands()) this.controller.command(c.command, c.args)
    if (this.placed) return sample
    if (!sample.head) return null
    this.controller.setWorkFrame(workFrameFor(sample.head))
    this.placed = true
    return null
  }
}

/** Gives the session to the renderer; fiber then runs its frames. */
export async function presentIn(gl: XrRenderer, session: XRSession): Promise<void> {
  gl.xr.enabled = true
  gl.xr.setReferenceSpaceType('local-floor')
  await gl.xr.setSession(session)
}
