// Head and hands of a headset in the work frame: the wearer is placed once, when the first pose comes.
import { compose } from '../../../scoring/math/index.ts'
import { type DeviceSample, type HeldTool, type Side, XrReader } from '../../input/index.ts'
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

export class HeadsetReader {
  private readonly reader: XrReader
  private readonly controller: RoomController
  private placed = false

  constructor(controller: RoomController) {
    this.controller = controller
    this.reader = new XrReader({ tool: (side) => this.toolIn(side) })
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
