// A page that shows one picture of the room: ?still=rest&view=work&quality=high
import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { Mesh } from 'three'
import { createRoot } from 'react-dom/client'
import { CameraRig, DrawGate, Room, canvasOptions, type Quality, type ViewName } from '../../../src/view/index.ts'
import { feedOf, things } from './still.ts'
import { stills } from './stills.ts'
import { view } from '../../../scenes/orthopedic/knee-aspiration/view/index.ts'
import { kneeAnatomy } from './anatomy.ts'

const q = new URLSearchParams(location.search)
const quality = (q.get('quality') ?? 'high') as Quality
const still = stills[q.get('still') ?? 'rest'] ?? {}
const numbers = (key: string): [number, number, number] | undefined => {
  const v = q.get(key)?.split(',').map(Number)
  return v?.length === 3 ? (v as [number, number, number]) : undefined
}
const eye = numbers('eye')
const at = numbers('at')
const custom = eye && at ? { work: { eye, at, fov: Number(q.get('fov') ?? 38) } } : {}

declare global {
  interface Window {
    __loading?: boolean
  }
}
window.__loading = true
const { anatomy, meshUrl } = await kneeAnatomy(Number(q.get('seed') ?? 1))

/** Tells the picture script when the baked patient is there. */
function Loaded() {
  const scene = useThree((s) => s.scene)
  useFrame(() => {
    let vertices = 0
    scene.traverse(
      (o) =>
        void (vertices = Math.max(vertices, o instanceof Mesh ? (o.geometry.getAttribute('aRest')?.count ?? 0) : 0)),
    )
    window.__loading = vertices === 0
  }, -60)
  return null
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Canvas {...canvasOptions(quality)} dpr={1}>
      <Room feed={feedOf(still)} things={things} quality={quality} fluids={view.fluids} couch={view.couch}>
        <view.Patient meshUrl={meshUrl} anatomy={anatomy} />
      </Room>
      <CameraRig view={(q.get('view') ?? 'work') as ViewName} spots={{ ...view.spots, ...custom }} glide={0} />
      <Loaded />
      <DrawGate render="off" />
    </Canvas>,
  )
}
