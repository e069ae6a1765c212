// The drawn room and, before it is drawn, the tick of the live loop.
import { Canvas, useFrame } from '@react-three/fiber'
import { type ReactNode, useMemo, useRef } from 'react'
import { flags } from '../flags.ts'
import { Wearer } from '../headset/Wearer.tsx'
import { useHeadset } from '../headset/useHeadset.ts'
import type { HeadsetSession } from '../headset/session.ts'
import { publish } from '../live/publish.ts'
import type { RoomController } from '../live/roomController.ts'
import { followCamera } from '../scene/followCamera.ts'
import { usePatient } from '../scene/usePatient.tsx'
import { useRoom } from '../state/room.ts'
import { Pace } from './pace.ts'
import { useHearing } from './useHearing.ts'
import { HeadsetScene } from '../../xr/index.ts'
import { CameraRig, canvasOptions, DrawGate, type Orbit, type Quality, Room } from '../../view/index.ts'

const PUBLISH_MS = 100

/** Time of this animation frame, ms; the same number for everything that runs in it. */
const frameTime = (): number => Number(document.timeline?.currentTime ?? performance.now())

/** Order in one frame: camera of the last frame -> hands -> ticks (-100), then the room takes the state (-50). */
type LoopProps = Pick<StageProps, 'controller' | 'session' | 'onFrame'>

function Loop({ controller, session, onFrame }: LoopProps): null {
  const headset = useHeadset(session, controller)
  const published = useRef(0)
  const pace = useMemo(() => new Pace(), [])
  const heard = useHearing(controller, session)
  useFrame((state, dt, frame) => {
    const now = frameTime()
    followCamera(controller.look, state.camera, state.size)
    const sample = headset.read(state.gl, frame, now)
    if (sample || !controller.headset) controller.frame(now, sample)
    heard()
    onFrame()
    if (flags.render && pace.isTooSlow(dt)) useRoom.getState().set({ quality: 'low' })
    if (now - published.current < PUBLISH_MS) return
    published.current = now
    publish(controller)
  }, -100)
  return null
}

export interface StageProps {
  readonly controller: RoomController
  readonly orbit: Orbit
  readonly quality: Quality
  /** The headset session that draws this room; null on a screen. */
  readonly session: HeadsetSession | null
  /** After the ticks of a frame: moves what the page lays over the picture. */
  onFrame(): void
}

export function Stage({ controller, orbit, quality, session, onFrame }: StageProps): ReactNode {
  const { bench, header } = controller.begun
  const { patient, scene } = usePatient(bench, header.setup, quality)
  const view = useRoom((s) => s.view)
  const room = (
    <>
      {controller.headset && <Wearer controller={controller} />}
      <Loop controller={controller} session={session} onFrame={onFrame} />
      <Room
        feed={controller.feed}
        things={bench.procedure}
        quality={quality}
        {...(scene ? { couch: scene.couch, fluids: scene.fluids } : {})}
      >
        {patient}
      </Room>
      <CameraRig
        view={view}
        orbit={orbit}
        {...(scene ? { spots: scene.spots } : {})}
        glide={flags.ticksPerFrame === null ? 6 : 0}
      />
      <DrawGate render={flags.render ? 'on' : 'off'} exam={header.setup.mode === 'exam'} />
    </>
  )
  return <Canvas {...canvasOptions(quality)}>{controller.headset ? <HeadsetScene>{room}</HeadsetScene> : room}</Canvas>
}
