import { type ReactNode, useId } from 'react'

/** A sheet of paper with a heading; the heading names the region for screen readers. */
export function Card(props: { title: string; aside?: ReactNode; className?: string; children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <section className={`sheet stack ${props.className ?? ''}`} aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id}>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  )
}
