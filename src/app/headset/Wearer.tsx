import { useFrame, useThree } from '@react-three/fiber'
import { type ReactNode, useRef } from 'react'
import type { RoomController } from '../live/roomController.ts'
import { originOf } from '../../xr/index.ts'

interface Placed {
  readonly position: { set(x: number, y: number, z: number): void }
  readonly quaternion: { set(x: number, y: number, z: number, w: number): void }
}

const HERE = { p: [0, 0, 0], q: [0, 0, 0, 1] } as const

/** Carries the camera: in a session the wearer stands where the work frame says, so that the room stays where it is. */
export function Wearer({ controller }: { controller: RoomController }): ReactNode {
  const camera = useThree((s) => s.camera)
  const origin = useRef<Placed>(null)
  useFrame((state) => {
    const { p, q } = state.gl.xr.isPresenting ? originOf(controller.workFrame) : HERE
    origin.current?.position.set(...p)
    origin.current?.quaternion.set(...q)
  }, -60)
  return (
    <group ref={origin}>
      <primitive object={camera} />
    </group>
  )
}
