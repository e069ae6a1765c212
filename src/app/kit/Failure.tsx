import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { detail, explain } from './explain.ts'
import { Notice } from './Notice.tsx'

/** A failure in words, with the technical text folded away; `children` are what can be done about it. */
export function Failure({ error, children }: { error: unknown; children?: ReactNode }): ReactNode {
  const { i18n } = useLingui()
  return (
    <Notice kind="bad">
      <div className="stack tight">
        <p>{explain(i18n, error)}</p>
        <details className="small">
          <summary>{i18n._({ id: 'error.detail', message: 'Technical text' })}</summary>
          <code lang="en">{detail(error)}</code>
        </details>
      </div>
      {children}
    </Notice>
  )
}
