import type { ReactNode } from 'react'

/** What may be wider than the page scrolls by itself, with the arrow keys too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // A box that scrolls must take the focus, or the keyboard cannot reach what is cut off.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
