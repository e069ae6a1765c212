import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { PerspectiveCamera, Vector3 } from 'three'
import { Orbit } from './orbit.ts'
import { VIEWS, type CameraSpot, type ViewName } from './views.ts'

export interface CameraRigProps {
  readonly view?: ViewName
  /** Views of the scene; the common ones fill the gaps. */
  readonly spots?: Partial<Record<ViewName, CameraSpot>>
  /** Driven by the caller (keys, gamepad); also by dragging when `drag` is set. */
  readonly orbit?: Orbit
  /** Drag on the canvas orbits, wheel comes closer. Leave off where the pointer holds an instrument. */
  readonly drag?: boolean
  /** Share of the way to a new view per second; 0 = at once. */
  readonly glide?: number
}

const RAD_PER_PX = 0.006

function useDrag(orbit: Orbit, on: boolean): void {
  const canvas = useThree((s) => s.gl.domElement)
  useEffect(() => {
    if (!on) return undefined
    const move = (e: PointerEvent): void => {
      if (e.buttons !== 1) return
      orbit.turn(-e.movementX * RAD_PER_PX, -e.movementY * RAD_PER_PX)
    }
    const wheel = (e: WheelEvent): void => orbit.closer(e.deltaY > 0 ? 1.08 : 1 / 1.08)
    canvas.addEventListener('pointermove', move)
    canvas.addEventListener('wheel', wheel, { passive: true })
    return () => {
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('wheel', wheel)
    }
  }, [canvas, orbit, on])
}

/** The camera of a screen. Does nothing while a headset presents: there the head is the camera. */
export function CameraRig({ view = 'work', spots, orbit, drag = false, glide = 6 }: CameraRigProps) {
  const own = useMemo(() => new Orbit(), [])
  const used = orbit ?? own
  useDrag(used, drag)
  const spot = spots?.[view] ?? VIEWS[view]
  const now = useRef<{ eye: Vector3; at: Vector3; fov: number }>(undefined)
  useFrame(({ camera, gl }, dt) => {
    if (gl.xr.isPresenting || !(camera instanceof PerspectiveCamera)) return
    const goal = { eye: new Vector3(...spot.eye), at: new Vector3(...spot.at), fov: spot.fov }
    const c = (now.current ??= goal)
    const t = glide > 0 ? 1 - Math.exp(-glide * Math.min(dt, 0.1)) : 1
    c.eye.lerp(goal.eye, t)
    c.at.lerp(goal.at, t)
    c.fov += (goal.fov - c.fov) * t
    used.place(camera, { eye: [c.eye.x, c.eye.y, c.eye.z], at: [c.at.x, c.at.y, c.at.z], fov: c.fov })
  }, -35)
  return null
}
