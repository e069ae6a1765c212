import { useLingui } from '@lingui/react'
import { forwardRef, type ReactNode, useImperativeHandle, useRef } from 'react'
import type { CriterionRow } from '../../../scoring/index.ts'
import { clock } from '../history/names.ts'
import { say } from '../i18n.ts'
import type { ReplayRun } from './ReplayRun.ts'

export interface TimelineHandle {
  /** Shows where the player stands; called every frame, draws nothing by React. */
  show(): void
}

export interface TimelineProps {
  readonly run: ReplayRun
  readonly moments: readonly CriterionRow[]
  seek(seconds: number): void
}

/** Where in the attempt one is; marks lead to the moments that decided. */
export const Timeline = forwardRef<TimelineHandle, TimelineProps>(function Timeline(props, ref): ReactNode {
  const { run, moments, seek } = props
  const { i18n } = useLingui()
  const slider = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  useImperativeHandle(ref, () => ({
    show() {
      const now = run.time_s
      if (slider.current) slider.current.value = String(now)
      const words = `${clock(now)} / ${clock(run.length_s)}`
      if (text.current && text.current.textContent !== words) text.current.textContent = words
    },
  }))
  return (
    <div className="timeline">
      <span ref={text} className="time" />
      <div className="track">
        <input
          ref={slider}
          type="range"
          min={0}
          max={run.length_s}
          step={0.1}
          defaultValue={0}
          aria-label={i18n._({ id: 'replay.timeline', message: 'Place in the attempt, seconds' })}
          onChange={(e) => seek(Number(e.target.value))}
        />
        <div className="marks" aria-hidden="true">
          {moments.map((m) => (
            <i
              key={m.id}
              className={m.outcome}
              title={say(m.title)}
              style={{ left: `${((m.t ?? 0) / Math.max(run.length_s, 0.1)) * 100}%` }}
            />
          ))}
        </div>
      </div>
    </div>
  )
})
