// A page that shows one picture of the room: ?still=rest&view=work&quality=high
import { Canvas } from '@react-three/fiber'
import { createRoot } from 'react-dom/client'
import { CameraRig, DrawGate, Room, canvasOptions, type Quality, type ViewName } from '../../../src/view/index.ts'
import { feedOf, things } from './still.ts'
import { stills } from './stills.ts'
import { Patient } from './patient.tsx'

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

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Canvas {...canvasOptions(quality)} dpr={1}>
      <Room feed={feedOf(still)} things={things} quality={quality} fluids={{ 'syringe-20': 0xd9b64e }}>
        <Patient />
      </Room>
      <CameraRig view={(q.get('view') ?? 'work') as ViewName} spots={custom} glide={0} />
      <DrawGate render="off" />
    </Canvas>,
  )
}
