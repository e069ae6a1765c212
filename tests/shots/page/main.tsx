// A page that shows one picture of the room: ?still=rest&view=work&quality=high, and ?xr for the headset.
import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { XR } from '@react-three/xr'
import { Mesh } from 'three'
import { createRoot } from 'react-dom/client'
import {
  CameraRig,
  DrawGate,
  Panel,
  Room,
  canvasOptions,
  type Quality,
  type ViewName,
} from '../../../src/view/index.ts'
import { EnterVr, WorkOrigin, XrBoundary, createSurehandXR } from '../../../src/xr/index.ts'
import { view } from '../../../scenes/orthopedic/knee-aspiration/view/index.ts'
import { kneeAnatomy } from './anatomy.ts'
import { feedOf, things } from './still.ts'
import { stills } from './stills.ts'

declare global {
  interface Window {
    __canvas?: HTMLCanvasElement
    __loading?: boolean
    __presenting?: boolean
  }
}

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
const store = q.has('xr') ? createSurehandXR() : undefined

window.__loading = true
const { anatomy, meshUrl } = await kneeAnatomy(Number(q.get('seed') ?? 1))

/** Tells the picture script when the baked patient is there, and when a session draws. */
function Loaded() {
  const scene = useThree((s) => s.scene)
  useFrame(({ gl }) => {
    let found = false
    scene.traverse((o) => void (found ||= o instanceof Mesh && o.geometry.hasAttribute('aRest')))
    window.__loading = !found
    window.__presenting = gl.xr.isPresenting
    window.__canvas = gl.domElement
  }, -60)
  return null
}

const WORK_FRAME = { p: [0, 0.75, 0] as const, q: [0, 0, 0, 1] as const }

const PANEL = [
  { text: 'Knee aspiration', bold: true },
  { text: '膝关节穿刺抽液' },
  { text: 'Step 4 of 12: mark the entry point, 1 cm above and lateral to the corner.', size: 0.72 },
  { text: '第 4 步,共 12 步:在髌骨外上角上方、外侧各 1 cm 处标记进针点。', size: 0.72 },
]

function Scene() {
  return (
    <>
      <Room feed={FEED} things={things} quality={quality} fluids={view.fluids} couch={view.couch}>
        <view.Patient meshUrl={meshUrl} anatomy={anatomy} quality={quality} />
        {q.has('panel') && <Panel lines={PANEL} position={[0.05, 0.42, -0.62]} />}
      </Room>
      {ghost && <Room feed={ghost} things={things} quality={quality} ghost />}
      <Loaded />
      <DrawGate render="off" />
    </>
  )
}

const FEED = feedOf(still)
const ghost = q.has('ghost') ? feedOf(stills[q.get('ghost') ?? ''] ?? {}) : undefined
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <>
      {store && <EnterVr store={store} label={(s) => s} />}
      <Canvas {...canvasOptions(quality)} dpr={1}>
        {store ? (
          <XR store={store}>
            <Scene />
            <XrBoundary>
              <WorkOrigin workFrame={() => WORK_FRAME} />
            </XrBoundary>
          </XR>
        ) : (
          <Scene />
        )}
        <CameraRig view={(q.get('view') ?? 'work') as ViewName} spots={{ ...view.spots, ...custom }} glide={0} />
      </Canvas>
    </>,
  )
}
