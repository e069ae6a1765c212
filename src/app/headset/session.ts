// The headset session: asked for in a click, given to the renderer, its space moved to the work frame.
import { createWorkFrame } from '../../input/index.ts'
import type { toControllers } from '../../xr/index.ts'
import type { Pose } from '../../../scoring/math/index.ts'

/** What of WebXR is used here; the whole is larger. */
export interface HeadsetSession extends EventTarget {
  readonly visibilityState: string
  readonly inputSources: Iterable<HapticSource>
  end(): Promise<void>
}

type HapticSource = Parameters<typeof toControllers>[0] extends () => Iterable<infer T> ? T : never

interface XrSystem {
  requestSession(mode: 'immersive-vr', init: object): Promise<HeadsetSession>
}

/** Working surface below the eyes, and its bounds above the floor, m (design values: standing and seated both reach it). */
const BELOW_EYES = 0.5
const SURFACE = [0.6, 1.05] as const

/** Asks for a session; must be called in a click. @throws what the browser throws when it refuses */
export async function requestHeadset(): Promise<HeadsetSession> {
  const xr = (navigator as { xr?: XrSystem }).xr
  if (!xr) throw new Error('headset: this browser has no WebXR')
  return xr.requestSession('immersive-vr', {
    requiredFeatures: ['local-floor'],
    optionalFeatures: ['hand-tracking', 'bounded-floor'],
  })
}

/** The work frame in front of a wearer whose head is at `head` (reference space with its origin on the floor). */
export function workFrameFor(head: Pose): Pose {
  const surface_m = Math.min(SURFACE[1], Math.max(SURFACE[0], head.p[1] - BELOW_EYES))
  return createWorkFrame({ head, surface_m })
}
