import { useMemo } from 'react'
import { useFeed } from '../frame/context.ts'
import type { Frame } from '../frame/reader.ts'
import { Panel } from '../panel/Panel.tsx'
import type { PanelLine } from '../panel/canvas.ts'
import { MONITOR } from './furniture.ts'

/** Vital signs that a procedure may give, with their colour on the screen. */
const VITALS: readonly (readonly [string, string, string])[] = [
  ['heart_rate', 'HR', '#6fe08a'],
  ['spo2', 'SpO₂', '#6fd3ea'],
  ['bp_systolic', 'BP', '#f3d36b'],
  ['resp_rate', 'RR', '#e9e2c4'],
]

const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')

/** Clinical time as h:mm:ss. */
export function clock(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds))
  return `${Math.floor(s / 3600)}:${two((s / 60) % 60)}:${two(s % 60)}`
}

function linesOf(frame: Frame): PanelLine[] {
  const vitals = VITALS.filter(([name]) => frame.hasScalar(name)).map(([name, label, color]) => ({
    text: `${label}  ${Math.round(frame.scalar(name))}`,
    color,
    size: 1.5,
  }))
  const time = { text: clock(frame.scalar('clinical_s')), size: vitals.length > 0 ? 1 : 1.9, color: '#9fd0dc' }
  return [...vitals, time]
}

const LOOK = { width: 768, height: 512, type: 60, background: '#07141a' }
const AT: [number, number, number] = [MONITOR.at[0] / 1e3, MONITOR.at[1] / 1e3, MONITOR.at[2] / 1e3 - 0.004]

/** Screen of the vital-signs monitor: what the procedure measures, and the clinical clock. */
export function Monitor() {
  const frame = useFeed()
  const lines = useMemo(() => () => linesOf(frame), [frame])
  return (
    <Panel
      lines={lines}
      width={MONITOR.w / 1e3}
      look={LOOK}
      position={AT}
      rotation={[0, (MONITOR.yaw * Math.PI) / 180, 0]}
    />
  )
}
