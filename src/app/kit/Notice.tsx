import type { ReactNode } from 'react'

/** A message that matters; `bad` is read out at once by screen readers. */
export function Notice({ kind, children }: { kind?: 'bad' | 'calm'; children: ReactNode }): ReactNode {
  return (
    <div className={kind ? `notice ${kind}` : 'notice'} role={kind === 'bad' ? 'alert' : 'note'}>
      {children}
    </div>
  )
}
