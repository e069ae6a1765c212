import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { type HeadsetSession, requestHeadset } from './session.ts'

/** The click in which a headset session must begin. */
export function EnterPage({ onEnter }: { onEnter(session: HeadsetSession): void }): ReactNode {
  const { i18n } = useLingui()
  const [error, setError] = useState<unknown>(null)
  const title = i18n._({ id: 'headset.title', message: 'Put the headset on' })
  return (
    <Page title={title}>
      <div className="stack">
        <h1>{title}</h1>
        <p>
          {i18n._({
            id: 'headset.text',
            message:
              'Sit or stand with room for both arms. Look straight ahead when you enter: the table comes to where you look. Take the headset off at any time; the attempt pauses and can be finished here.',
          })}
        </p>
        <p>
          <button
            id="enter-vr"
            type="button"
            className="button primary large"
            onClick={() => void requestHeadset().then(onEnter, setError)}
          >
            {i18n._({ id: 'headset.enter', message: 'Enter' })}
          </button>
        </p>
        {error !== null && <Failure error={error} />}
      </div>
    </Page>
  )
}
