import { useEffect, useState } from 'react'

export type Async<T> =
  | { readonly state: 'working' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown }

type Load<T> = (signal: AbortSignal) => Promise<T>

const WORKING = { state: 'working' } as const

/**
 * Runs `load` and again when it is another function (give it a stable one: a module's, or from `useCallback`). Its
 * signal is aborted when the page is left.
 */
export function useAsync<T>(load: Load<T>): Async<T> {
  const [last, setLast] = useState<{ readonly of: Load<T>; readonly result: Async<T> } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const settle = (result: Async<T>): void => {
      if (!stop.signal.aborted) setLast({ of: load, result })
    }
    load(stop.signal).then(
      (value) => settle({ state: 'done', value }),
      (error: unknown) => settle({ state: 'failed', error }),
    )
    return () => stop.abort()
  }, [load])
  return last?.of === load ? last.result : WORKING
}
