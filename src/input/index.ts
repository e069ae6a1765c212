// The room's entry: devices in, ticks out.
export { type DeviceSample, type Side, SIDES } from './deviceSample.ts'
export {
  createTickSource,
  MAX_TICKS,
  type ClockRemark,
  type TickMode,
  type TickSource,
  type TickSourceOptions,
} from './tickSource.ts'
export { createWorkFrame, SAME_FRAME, toWork, type WorkFrame, type WorkFrameOptions } from './workFrame.ts'
export {
  HOME,
  type DialKind,
  type DishHit,
  type Dock,
  type Exchange,
  type HeldTool,
  type Place,
  type Ray,
  type SceneQuery,
  type SkinHit,
} from './sceneQuery.ts'
export type { DriverNote, DriverPhase } from './toolDriver.ts'
export type { Aim } from './toolMotion.ts'
export type { ScreenHandsOptions } from './screenHands.ts'
export { HELPER_VERBS, type RequestKind } from './desktop/keys.ts'
export { DesktopHands } from './desktop/desktopHands.ts'
export type { DesktopOptions, DesktopStatus, PointerMode, PointerTarget, StepKind } from './desktop/types.ts'
export { applyGamepad, type GamepadState } from './desktop/gamepad.ts'
export { listenDesktop, listenTouch } from './listen.ts'
export { OFFSET_PX, TouchHands, type TouchTarget } from './touch.ts'
export { jitterOf, reactionIn, reactionOf, type Jitter, type StopTrial, type TimedPose } from './calibration.ts'
export { XrReader, type XrOptions } from './xr.ts'
export type { ExchangeNow } from './xr/exchangeGesture.ts'
export { applyFrameRate, chooseFrameRate } from './xr/frameRate.ts'
export type { DialTool } from './xr/controllerDial.ts'
export { PLUNGER_REACH_M, type PinchTool } from './xr/plungerPinch.ts'
export type { XrFrame } from './xr/webxr.ts'
