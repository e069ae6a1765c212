import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Failure } from '../kit/Failure.tsx'
import { Page } from '../kit/Layout.tsx'
import { type HeadsetSession, requestHeadset } from './session.ts'

export type HeadsetClass = 'controllers' | 'hands'

/**
 * The click in which a headset session must begin, and with what the wearer works: it stands in the attempt's header,
 * and devices only show it once frames run.
 */
export function EnterPage({ onEnter }: { onEnter(session: HeadsetSession, what: HeadsetClass): void }): ReactNode {
  const { i18n } = useLingui()
  const [error, setError] = useState<unknown>(null)
  const enter = (what: HeadsetClass): void => void requestHeadset().then((s) => onEnter(s, what), setError)
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
        <p className="row">
          <button id="enter-vr" type="button" className="button primary large" onClick={() => enter('controllers')}>
            {i18n._({ id: 'headset.controllers', message: 'Enter with controllers' })}
          </button>
          <button id="enter-vr-hands" type="button" className="button large" onClick={() => enter('hands')}>
            {i18n._({ id: 'headset.hands', message: 'Enter with bare hands' })}
          </button>
        </p>
        <p className="small soft">
          {i18n._({
            id: 'headset.class',
            message:
              'Choose what you will use to the end: the two are graded apart. With bare hands the second hand pinches the end of the plunger and pulls or pushes it.',
          })}
        </p>
        <p className="small soft">
          {i18n._({
            id: 'headset.exchange',
            message:
              'Syringe off the needle: A, B, X or Y, or one hand at the hub and the other pulls. On: bring the nozzle into the hub and press the trigger; bare hands keep it there.',
          })}
        </p>
        {error !== null && <Failure error={error} />}
      </div>
    </Page>
  )
}
