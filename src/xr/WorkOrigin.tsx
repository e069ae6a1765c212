import { useFrame } from '@react-three/fiber'
import { XROrigin } from '@react-three/xr'
import { useRef } from 'react'
import type { Group } from 'three'
import type { Pose } from '../../scoring/math/index.ts'
import { originOf } from './workOrigin.ts'

/**
 * Puts the wearer where the work frame says, so that the scene itself stays in the work frame. `workFrame` is asked
 * once per frame and may change at any time (recentre, snap turn, seat).
 */
export function WorkOrigin({ workFrame }: { readonly workFrame: () => Pose }) {
  const origin = useRef<Group>(null)
  useFrame(() => {
    const { p, q } = originOf(workFrame())
    origin.current?.position.set(...p)
    origin.current?.quaternion.set(...q)
  }, -60)
  return <XROrigin ref={origin} />
}
