import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { type ViewName, VIEWS } from '../../view/index.ts'

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const

export interface ControlsProps {
  readonly view: ViewName
  readonly expert: 'off' | 'working' | 'on'
  toggle(): boolean
  by(seconds: number): void
  setSpeed(speed: number): void
  setView(view: ViewName): void
  setExpert(on: boolean): void
}

function Speed({ setSpeed }: Pick<ControlsProps, 'setSpeed'>): ReactNode {
  const { i18n } = useLingui()
  return (
    <label className="field">
      {i18n._({ id: 'replay.speed', message: 'Speed' })}
      <select defaultValue="1" onChange={(e) => setSpeed(Number(e.target.value))}>
        {SPEEDS.map((s) => (
          <option key={s} value={s}>
            {s}×
          </option>
        ))}
      </select>
    </label>
  )
}

function Look({ view, setView }: Pick<ControlsProps, 'view' | 'setView'>): ReactNode {
  const { i18n } = useLingui()
  const names: Readonly<Record<ViewName, string>> = {
    work: i18n._({ id: 'view.work', message: 'Work' }),
    side: i18n._({ id: 'view.side', message: 'From the side' }),
    face: i18n._({ id: 'view.face', message: 'Face and monitor' }),
    tray: i18n._({ id: 'view.tray', message: 'Tray' }),
  }
  return (
    <label className="field">
      {i18n._({ id: 'tool.view', message: 'View' })}
      <select value={view} onChange={(e) => setView(e.target.value as ViewName)}>
        {(Object.keys(VIEWS) as ViewName[]).map((v) => (
          <option key={v} value={v}>
            {names[v]}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Controls(props: ControlsProps): ReactNode {
  const { i18n } = useLingui()
  const [playing, setPlaying] = useState(false)
  const { expert } = props
  const expertText = {
    off: i18n._({ id: 'replay.expert', message: 'Expert beside it' }),
    working: i18n._({ id: 'replay.expertWorking', message: 'The expert is performing…' }),
    on: i18n._({ id: 'replay.expertOff', message: 'Without the expert' }),
  }[expert]
  return (
    <div className="row replay-controls">
      <button type="button" className="button primary play" onClick={() => setPlaying(props.toggle())}>
        {playing ? i18n._({ id: 'replay.pause', message: 'Pause' }) : i18n._({ id: 'replay.play', message: 'Play' })}
      </button>
      <button type="button" className="button small" onClick={() => props.by(-5)}>
        {i18n._({ id: 'replay.back', message: '5 s back' })}
      </button>
      <button type="button" className="button small" onClick={() => props.by(5)}>
        {i18n._({ id: 'replay.forward', message: '5 s on' })}
      </button>
      <button type="button" className="button small" onClick={() => props.by(1 / 30)}>
        {i18n._({ id: 'replay.frame', message: 'One frame' })}
      </button>
      <Speed setSpeed={props.setSpeed} />
      <Look view={props.view} setView={props.setView} />
      <button
        type="button"
        className="button small"
        disabled={expert === 'working'}
        aria-pressed={expert === 'on'}
        onClick={() => props.setExpert(expert === 'off')}
      >
        {expertText}
      </button>
    </div>
  )
}
