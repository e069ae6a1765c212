import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import {
  CanvasTexture,
  Color,
  MeshBasicMaterial,
  Object3D,
  Vector3,
  type Scene,
  type SpotLight,
  type Texture,
} from 'three'
import type { Fixture } from '../../sim/procedure.ts'
import { QUALITY, type Quality } from '../quality.ts'
import { joined } from '../shape/kit.ts'
import { propMaterial } from '../shape/materials.ts'
import { beforeFirstDraw } from '../frame/firstDraw.ts'
import { roomLight } from './environment.ts'
import { LAMP, furniture, lamp, type CouchSize } from './furniture.ts'
import { floorOf, spotOf } from './place.ts'
import { SHELL, WINDOW, shell } from './shell.ts'

/** Walls reflect each other's light, which no lamp of the scene gives them. */
const WALL_LIFT = 1.32

const glow = (color: number, strength: number): MeshBasicMaterial =>
  new MeshBasicMaterial({ color: new Color(color).multiplyScalar(strength) })

/** @returns what undoes it */
function lightUp(scene: Scene, texture: Texture): () => void {
  scene.environment = texture
  scene.environmentIntensity = 0.95
  return () => {
    scene.environment = null
    texture.dispose()
  }
}

/** The light costs as much as many frames: it is made before the first frame that is drawn, not when the room opens. */
function useRoomLight(): void {
  const gl = useThree((s) => s.gl)
  const scene = useThree((s) => s.scene)
  useEffect(() => {
    let undo = (): void => undefined
    const forget = beforeFirstDraw(scene, () => {
      undo = lightUp(scene, roomLight(gl))
    })
    return () => {
      forget()
      undo()
    }
  }, [gl, scene])
}

/** The lamp: the only light with a shadow map. */
function Lamp({ shadow }: { readonly shadow: number }) {
  const light = useRef<SpotLight>(null)
  const aim = useMemo(() => {
    const o = new Object3D()
    o.position.set(LAMP.aim[0] / 1e3 + 0.12, LAMP.aim[1] / 1e3, 0.06)
    return o
  }, [])
  useFrame(() => aim.updateMatrixWorld(), -30)
  const [x, y, z] = LAMP.at
  return (
    <>
      <primitive object={aim} />
      <spotLight
        ref={light}
        target={aim}
        position={[x / 1e3, y / 1e3, z / 1e3]}
        color={0xfff5ea}
        intensity={4.4}
        distance={6}
        decay={2}
        angle={0.62}
        penumbra={0.7}
        castShadow={shadow > 0}
        shadow-mapSize={[shadow || 1, shadow || 1]}
        shadow-camera-near={0.3}
        shadow-camera-far={3}
        shadow-bias={-0.0004}
        shadow-normalBias={0.003}
        shadow-radius={5}
      />
      <directionalLight position={[-2.2, 1.2, 1.4]} intensity={0.45} color={0xdce9ff} />
      <directionalLight position={[0.5, 0.45, 1.6]} intensity={0.6} color={0xfff4ea} />
    </>
  )
}

function Glows({ floor }: { readonly floor: number }) {
  const pane = useMemo(() => glow(0xeaf3ff, 1.5), [])
  const face = useMemo(() => glow(0xfff6e8, 2.2), [])
  const [x, y, z] = LAMP.at
  const normal = useMemo(() => new Vector3(0.36, -0.97, -0.1), [])
  const disc = useMemo(() => {
    const o = new Object3D()
    o.position.set(x / 1e3, y / 1e3, z / 1e3)
    o.lookAt(o.position.clone().add(normal))
    return o.quaternion.clone()
  }, [normal, x, y, z])
  return (
    <>
      <mesh
        position={[SHELL.left / 1e3 + 0.01, (floor + WINDOW.y) / 1e3, WINDOW.z / 1e3]}
        rotation-y={Math.PI / 2}
        material={pane}
      >
        <planeGeometry args={[WINDOW.w / 1e3, WINDOW.h / 1e3]} />
      </mesh>
      <mesh position={[x / 1e3, y / 1e3 + 0.004, z / 1e3]} quaternion={disc} material={face}>
        <circleGeometry args={[(LAMP.radius - 12) / 1e3, 32]} />
      </mesh>
    </>
  )
}

/** Soft dark patch on the floor under the couch: where no light comes. */
function patchTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 64
  canvas.height = 64
  const g = canvas.getContext('2d')
  if (g) {
    const shade = g.createRadialGradient(32, 32, 4, 32, 32, 32)
    shade.addColorStop(0, 'rgba(30, 32, 30, 0.5)')
    shade.addColorStop(0.55, 'rgba(30, 32, 30, 0.3)')
    shade.addColorStop(1, 'rgba(30, 32, 30, 0)')
    g.fillStyle = shade
    g.fillRect(0, 0, 64, 64)
  }
  return new CanvasTexture(canvas)
}

function Underneath({
  fixtures,
  couch,
  floor,
}: Pick<SurroundingsProps, 'fixtures' | 'couch'> & { readonly floor: number }) {
  const map = useMemo(() => patchTexture(), [])
  useEffect(() => () => map.dispose(), [map])
  const spot = spotOf(fixtures, 'couch')
  if (!spot) return null
  const length = (couch.foot - couch.head) * 1.3
  return (
    <mesh
      position={[(couch.foot + couch.head) / 2e3, (floor + 4) / 1e3, spot.at[2] / 1e3]}
      rotation-x={-Math.PI / 2}
      renderOrder={-1}
    >
      <planeGeometry args={[length / 1e3, (spot.half[2] * 3.6) / 1e3]} />
      <meshBasicMaterial map={map} transparent depthWrite={false} toneMapped={false} />
    </mesh>
  )
}

export interface SurroundingsProps {
  readonly fixtures: readonly Fixture[]
  readonly quality: Quality
  readonly couch: CouchSize
}

/** A calm procedure room around the couch: two draw calls and the shining parts. */
export function Surroundings({ fixtures, quality, couch }: SurroundingsProps) {
  useRoomLight()
  const floor = floorOf(fixtures)
  const material = useMemo(() => propMaterial(), [])
  const bright = useMemo(() => propMaterial(WALL_LIFT), [])
  const far = useMemo(() => joined([shell(floor), ...lamp(floor)]), [floor])
  const near = useMemo(() => furniture(fixtures, couch), [fixtures, couch])
  useEffect(
    () => () => void [far.dispose(), near.dispose(), material.dispose(), bright.dispose()],
    [far, near, material, bright],
  )
  return (
    <>
      <mesh geometry={far} material={bright} receiveShadow />
      <mesh geometry={near} material={material} receiveShadow />
      <Glows floor={floor} />
      <Underneath fixtures={fixtures} couch={couch} floor={floor} />
      <Lamp shadow={QUALITY[quality].shadow} />
      <hemisphereLight args={[0xf6f6f2, 0xc9c2b4, 0.9]} />
    </>
  )
}
