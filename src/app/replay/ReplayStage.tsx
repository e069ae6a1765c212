import { Canvas, useFrame } from '@react-three/fiber'
import type { ReactNode } from 'react'
import type { AttemptSetup } from '../../sim/index.ts'
import { CameraRig, canvasOptions, DrawGate, type Orbit, Room, type ViewName } from '../../view/index.ts'
import type { Bench } from '../engine/loadBench.ts'
import { flags } from '../flags.ts'
import { usePatient } from '../scene/usePatient.tsx'
import type { ReplayRun } from './ReplayRun.ts'

/** A slow frame must not jump over what is to be seen, s. */
const LONGEST_FRAME = 0.25

function Clock({ run, onFrame }: { run: ReplayRun; onFrame: () => void }): null {
  useFrame((_, dt) => {
    run.frame(flags.ticksPerFrame === null ? Math.min(dt, LONGEST_FRAME) : flags.ticksPerFrame / 90)
    onFrame()
  }, -100)
  return null
}

export interface ReplayStageProps {
  readonly run: ReplayRun
  readonly bench: Bench
  readonly setup: AttemptSetup
  readonly view: ViewName
  /** Shared between pictures side by side: they are seen from the same place. */
  readonly orbit: Orbit
  onFrame(): void
}

/** A recorded attempt in the same room, seen from anywhere. */
export function ReplayStage({ run, bench, setup, view, orbit, onFrame }: ReplayStageProps): ReactNode {
  const { patient, scene } = usePatient(bench, setup, flags.quality)
  return (
    <Canvas {...canvasOptions(flags.quality)}>
      <Clock run={run} onFrame={onFrame} />
      <Room
        feed={run.feed}
        things={bench.procedure}
        quality={flags.quality}
        {...(scene ? { couch: scene.couch, fluids: scene.fluids } : {})}
      >
        {patient}
      </Room>
      <CameraRig view={view} orbit={orbit} drag {...(scene ? { spots: scene.spots } : {})} />
      <DrawGate render={flags.render ? 'on' : 'off'} />
    </Canvas>
  )
}
