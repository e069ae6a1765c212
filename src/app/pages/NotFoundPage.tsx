import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Page } from '../kit/Layout.tsx'

export function NotFoundPage(): ReactNode {
  const { i18n } = useLingui()
  const title = i18n._({ id: 'notFound.title', message: 'There is no such page' })
  return (
    <Page title={title}>
      <div className="stack">
        <h1>{title}</h1>
        <p>
          {i18n._({
            id: 'notFound.text',
            message: 'The address may be mistyped, or the link is from another version.',
          })}
        </p>
        <p>
          <Link href="/library" className="button">
            {i18n._({ id: 'notFound.library', message: 'To the procedures' })}
          </Link>
        </p>
      </div>
    </Page>
  )
}
