import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { Instrument } from '../../sim/procedure.ts'
import { useFeed } from '../frame/context.ts'
import { Tray } from './batch.ts'

export interface InstrumentsProps {
  readonly instruments: readonly Instrument[]
  readonly anisotropy?: number
  readonly fluids?: Readonly<Record<string, number>>
  /** See-through, and only what a hand holds. */
  readonly ghost?: boolean
}

const NO_FLUIDS = {}

/** Everything on the tray and in the hands, placed by the feed. */
export function Instruments({ instruments, anisotropy = 4, fluids = NO_FLUIDS, ghost = false }: InstrumentsProps) {
  const frame = useFeed()
  const tray = useMemo(
    () => new Tray(instruments, { anisotropy, fluids, ghost }),
    [instruments, anisotropy, fluids, ghost],
  )
  useEffect(() => () => tray.dispose(), [tray])
  const held = (i: number): boolean => frame.index('left.holding') === i || frame.index('right.holding') === i
  useFrame(() => tray.update(frame, ghost ? held : undefined), -40)
  return <primitive object={tray.group} />
}
