// Orbit around a view's target: plain angles, so that pointer, keys, touch and gamepad can all drive it.
import { Spherical, Vector3, type PerspectiveCamera } from 'three'
import type { CameraSpot } from './views.ts'

const EYE = new Vector3()
const AT = new Vector3()
const S = new Spherical()
/** Keeps the eye above the working surface and off the vertical, rad. */
const POLAR = { min: 0.12, max: 1.5 } as const
const ZOOM = { min: 0.35, max: 2.5 } as const

const clamp = (v: number, lo: number, hi: number): number => Math.min(hi, Math.max(lo, v))

/** What the learner added to a named view; all zero = the view itself. */
export class Orbit {
  azimuth = 0
  polar = 0
  zoom = 1

  turn(azimuth: number, polar: number): void {
    this.azimuth += azimuth
    this.polar = clamp(this.polar + polar, -1.4, 1.4)
  }

  closer(factor: number): void {
    this.zoom = clamp(this.zoom * factor, ZOOM.min, ZOOM.max)
  }

  reset(): void {
    this.azimuth = 0
    this.polar = 0
    this.zoom = 1
  }

  /** Places a camera at `spot` with the learner's orbit applied. */
  place(camera: PerspectiveCamera, spot: CameraSpot): void {
    AT.set(...spot.at)
    S.setFromVector3(EYE.set(...spot.eye).sub(AT))
    S.theta += this.azimuth
    S.phi = clamp(S.phi + this.polar, POLAR.min, POLAR.max)
    S.radius *= this.zoom
    camera.position.setFromSpherical(S).add(AT)
    camera.lookAt(AT)
    if (camera.fov !== spot.fov) {
      camera.fov = spot.fov
      camera.updateProjectionMatrix()
    }
  }
}
