export { createSurehandXR, profilesAddress, type SurehandXrOptions } from './store.ts'
export { HeadsetScene } from './HeadsetScene.tsx'
export { EnterVr, vrSupport, type EnterVrProps, type VrSupport } from './EnterVr.tsx'
export { XrBoundary, type XrBoundaryProps } from './XrBoundary.tsx'
export { WorkOrigin } from './WorkOrigin.tsx'
export { SNAP_DEG, SnapStick, originOf, seatMoved, snapTurned } from './workOrigin.ts'
export {
  createHaptics,
  feel,
  feelForce,
  toControllers,
  type FeltCue,
  type Haptics,
  type HapticsOptions,
  type Pulse,
} from './haptics.ts'
