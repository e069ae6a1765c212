import type { Look } from './look.ts'

interface CameraLike {
  readonly position: { readonly x: number; readonly y: number; readonly z: number }
  readonly quaternion: { readonly x: number; readonly y: number; readonly z: number; readonly w: number }
}

const RAD = Math.PI / 180

/** Copies the drawn camera into plain numbers. */
export function followCamera(look: Look, camera: CameraLike, size: { width: number; height: number }): void {
  const { position: p, quaternion: q } = camera
  look.position = [p.x, p.y, p.z]
  look.quaternion = [q.x, q.y, q.z, q.w]
  if ('fov' in camera && typeof camera.fov === 'number') look.fov = camera.fov * RAD
  look.width = size.width
  look.height = size.height
}
