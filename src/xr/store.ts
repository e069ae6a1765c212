// The headset session: everything from our own origin, nothing asked for that is not used.
import { createXRStore, type XRStore } from '@react-three/xr'

export interface SurehandXrOptions {
  /** Folder of the controller profiles, relative to the page. */
  readonly profiles?: string
  /** Page that relative addresses are resolved against; the document's own by default. */
  readonly base?: string
  /** Draw the library's own controller and hand models (device check, tutorial); off where gloves are drawn. */
  readonly models?: boolean
  /** Rays and fingertips that point at panels; off where hands alone act. */
  readonly pointers?: boolean
}

/** Absolute address of the profiles: the library resolves nothing else, and would go to a public CDN without it. */
export function profilesAddress(base: string, folder = 'profiles/'): string {
  return new URL(folder, base).href
}

/**
 * A store for `<XR store>` that works offline: no emulator, no offered or granted session, no feature that asks the
 * wearer for a permission. Without the profiles a controller never appears as an input, hands do.
 */
export function createSurehandXR(options: SurehandXrOptions = {}): XRStore {
  const model = options.models ?? false
  const points = options.pointers ?? true
  const pointer = { rayPointer: { rayModel: { color: '#2f7f88', maxLength: 1.2 } } }
  return createXRStore({
    baseAssetPath: profilesAddress(options.base ?? document.baseURI, options.profiles),
    emulate: false,
    offerSession: false,
    enterGrantedSession: false,
    controller: points && { model, ...pointer, grabPointer: false, teleportPointer: false },
    hand: points && { model, ...pointer, grabPointer: false, touchPointer: true, teleportPointer: false },
    // the frame rate is asked for by input/xr, which knows the tick rate
    frameRate: false,
    foveation: 0.4,
    handTracking: true,
    hitTest: false,
    anchors: false,
    planeDetection: false,
    meshDetection: false,
    depthSensing: false,
    bodyTracking: false,
    domOverlay: false,
    layers: false,
  })
}
