import { useCallback, useState } from 'react'
import { type Bench, openBench } from '../engine/loadBench.ts'
import { type Async, useAsync } from '../kit/useAsync.ts'
import { type Outcome, outcomeOf } from '../outcome/compute.ts'
import { expertTrack } from '../outcome/rerun.ts'
import { outbox } from '../outbox/index.ts'
import { ReplayRun } from './ReplayRun.ts'

export interface Replay {
  readonly outcome: Outcome
  readonly bench: Bench
  readonly run: ReplayRun
}

/** The attempt's track, computed when it is not kept; begins at `from` seconds. */
export function useReplay(id: string, from: number): { readonly replay: Async<Replay>; readonly share: number | null } {
  const [share, setShare] = useState<number | null>(null)
  const load = useCallback(
    async (signal: AbortSignal): Promise<Replay> => {
      const outcome = await outcomeOf(outbox, id, { onProgress: setShare, signal })
      const { engine, setup } = outcome.attempt.header
      const bench = await openBench(engine, setup)
      const run = new ReplayRun(outcome.track)
      run.seek(from)
      return { outcome, bench, run }
    },
    [id, from],
  )
  return { replay: useAsync(load), share }
}

export interface Expert {
  readonly state: 'off' | 'working' | 'on'
  readonly run: ReplayRun | null
  readonly error: unknown
  set(on: boolean): void
}

/** The built-in expert on the same patient, performed in this browser when it is asked for. */
export function useExpert(replay: Replay): Expert {
  const [run, setRun] = useState<ReplayRun | null>(null)
  const [state, setState] = useState<Expert['state']>('off')
  const [error, setError] = useState<unknown>(null)
  const perform = async (): Promise<void> => {
    const made = run ?? new ReplayRun(await expertTrack(replay.outcome.attempt.header.setup))
    made.seek(replay.run.time_s)
    setRun(made)
    setState('on')
  }
  const set = (on: boolean): void => {
    setState(on ? 'working' : 'off')
    if (!on) return
    perform().catch((e: unknown) => {
      setError(e)
      setState('off')
    })
  }
  return { state, run: state === 'on' ? run : null, error, set }
}
