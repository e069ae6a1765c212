// The headset session: asked for in a click, given to the renderer, its space moved to the work frame.
import { createWorkFrame } from '../../input/index.ts'
import type { Pose } from '../../../scoring/math/index.ts'

/** What of WebXR is used here; the whole is larger. */
export interface HeadsetSession extends EventTarget {
  readonly inputSources: Iterable<{ readonly hand?: object | null }>
  readonly visibilityState: string
  end(): Promise<void>
}

interface XrSystem {
  requestSession(mode: 'immersive-vr', init: object): Promise<HeadsetSession>
}

/** How long a device may take to say with what its wearer works, ms. */
const SOURCES_MS = 2500
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

/** Waits until the device shows controllers or hands, and says which. */
export async function inputClassOf(session: HeadsetSession): Promise<'controllers' | 'hands'> {
  const end = performance.now() + SOURCES_MS
  for (;;) {
    const sources = [...session.inputSources]
    if (sources.length > 0) return sources.some((s) => s.hand) ? 'hands' : 'controllers'
    if (performance.now() > end) return 'controllers'
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** The work frame in front of a wearer whose head is at `head` (reference space with its origin on the floor). */
export function workFrameFor(head: Pose): Pose {
  const surface_m = Math.min(SURFACE[1], Math.max(SURFACE[0], head.p[1] - BELOW_EYES))
  return createWorkFrame({ head, surface_m })
}
