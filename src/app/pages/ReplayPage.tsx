import { useLingui } from '@lingui/react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { CriterionRow } from '../../../scoring/index.ts'
import { Orbit, type ViewName } from '../../view/index.ts'
import { exposeReplay } from '../debug.ts'
import { attemptName } from '../history/names.ts'
import { say } from '../i18n.ts'
import { Boundary } from '../kit/Boundary.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { Working } from '../kit/Working.tsx'
import { Controls } from '../replay/Controls.tsx'
import { ReplayStage } from '../replay/ReplayStage.tsx'
import { Timeline, type TimelineHandle } from '../replay/Timeline.tsx'
import { type Replay, useExpert, useReplay } from '../replay/useReplay.ts'
import { SIGN } from '../report/words.ts'

function Moments({ rows, seek }: { rows: readonly CriterionRow[]; seek(s: number): void }): ReactNode {
  const { i18n } = useLingui()
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'replay.moments', message: 'Moments that decided' })}</h2>
      <ul className="row tight">
        {rows.map((m) => (
          <li key={m.id}>
            <button type="button" className="button small" onClick={() => seek(Math.max(0, (m.t ?? 0) - 3))}>
              <span aria-hidden="true">{SIGN[m.outcome]}</span> {say(m.title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Pictures(props: {
  replay: Replay
  expert: ReturnType<typeof useExpert>
  view: ViewName
  onFrame(): void
}): ReactNode {
  const { i18n } = useLingui()
  const { replay, expert, view, onFrame } = props
  const orbit = useMemo(() => new Orbit(), [])
  const idle = useCallback(() => undefined, [])
  const common = { bench: replay.bench, setup: replay.outcome.attempt.header.setup, view, orbit }
  return (
    <div className={expert.run ? 'pictures two' : 'pictures'}>
      <figure>
        <ReplayStage {...common} run={replay.run} onFrame={onFrame} />
        <figcaption>{i18n._({ id: 'replay.yours', message: 'Your attempt' })}</figcaption>
      </figure>
      {expert.run && (
        <figure>
          <ReplayStage {...common} run={expert.run} onFrame={idle} />
          <figcaption>{i18n._({ id: 'replay.theirs', message: 'Scripted expert, same patient' })}</figcaption>
        </figure>
      )}
    </div>
  )
}

function Watching({ replay }: { replay: Replay }): ReactNode {
  const expert = useExpert(replay)
  const [view, setView] = useState<ViewName>('work')
  const timeline = useRef<TimelineHandle>(null)
  const runs = [replay.run, ...(expert.run ? [expert.run] : [])]
  const seek = (s: number): void => runs.forEach((r) => r.seek(s))
  const moments = replay.outcome.report.criteria.filter((c) => c.t !== null)
  const toggle = (): boolean => {
    const play = !replay.run.playing
    for (const r of runs) if (r.playing !== play) r.toggle()
    return play
  }
  useEffect(() => exposeReplay(replay.run), [replay])
  const onFrame = useCallback(() => timeline.current?.show(), [])
  return (
    <div className="stack">
      <Boundary>
        <Pictures replay={replay} expert={expert} view={view} onFrame={onFrame} />
      </Boundary>
      <Timeline ref={timeline} run={replay.run} moments={moments} seek={seek} />
      <Controls
        view={view}
        expert={expert.state}
        toggle={toggle}
        by={(s) => seek(replay.run.time_s + s)}
        setSpeed={(s) => runs.forEach((r) => r.player.setSpeed(s))}
        setView={setView}
        setExpert={expert.set}
      />
      {expert.error !== null && <Failure error={expert.error} />}
      {moments.length > 0 && <Moments rows={moments} seek={seek} />}
    </div>
  )
}

export default function ReplayPage({ id }: { id: string }): ReactNode {
  const { i18n } = useLingui()
  const search = useSearch()
  const from = Math.max(0, Number(new URLSearchParams(search).get('t') ?? 0)) || 0
  const { replay, share } = useReplay(id, from)
  const title = i18n._({ id: 'replay.title', message: 'Replay' })
  return (
    <Page title={title} wide>
      <p className="crumb">
        <Link href={`/attempts/${id}`}>{i18n._({ id: 'replay.toReport', message: 'Report' })}</Link>
        {replay.state === 'done' && ` · ${attemptName(replay.value.outcome.attempt.header.setup)}`}
      </p>
      <h1 className="visually-hidden">{title}</h1>
      {replay.state === 'done' && <Watching replay={replay.value} />}
      {replay.state === 'working' && (
        <Working text={i18n._({ id: 'report.working', message: 'Going through the attempt…' })} share={share} />
      )}
      {replay.state === 'failed' && <Failure error={replay.error} />}
    </Page>
  )
}
