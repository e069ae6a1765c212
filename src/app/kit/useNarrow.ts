import { useSyncExternalStore } from 'react'

const query = (): MediaQueryList => matchMedia('(max-width: 640px)')

function listen(onChange: () => void): () => void {
  const q = query()
  q.addEventListener('change', onChange)
  return () => q.removeEventListener('change', onChange)
}

/** A screen as narrow as a phone held upright: plots are drawn smaller instead of being shrunk. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => query().matches)
}
