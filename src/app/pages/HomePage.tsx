import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { DeviceCard } from '../device/DeviceCard.tsx'
import { KeepSafe } from '../history/KeepSafe.tsx'
import { Unfinished } from '../history/Unfinished.tsx'
import { Page } from '../kit/Layout.tsx'
import { Plate } from '../kit/Plate.tsx'
import { StartNow } from './start/StartNow.tsx'

function Steps(): ReactNode {
  const { i18n } = useLingui()
  const steps = [
    [
      i18n._({ id: 'home.step1', message: 'Do it yourself' }),
      i18n._({
        id: 'home.step1.text',
        message: 'Take the instrument, find the place, feel the tissue give. With a mouse, a finger or a headset.',
      }),
    ],
    [
      i18n._({ id: 'home.step2', message: 'See what counted' }),
      i18n._({
        id: 'home.step2.text',
        message: 'Each step with what was measured, what was expected, and the published source.',
      }),
    ],
    [
      i18n._({ id: 'home.step3', message: 'Watch it again' }),
      i18n._({
        id: 'home.step3.text',
        message: 'Every moment from every side, next to a scripted example. Then once more.',
      }),
    ],
  ] as const
  return (
    <ol className="steps">
      {steps.map(([title, text], i) => (
        <li key={i}>
          <h2>{title}</h2>
          <p className="soft">{text}</p>
        </li>
      ))}
    </ol>
  )
}

export function HomePage(): ReactNode {
  const { i18n } = useLingui()
  const title = i18n._({ id: 'home.title', message: 'Practise with your own hands' })
  return (
    <Page title={title}>
      <div className="stack wide-gap">
        <Unfinished />
        <section className="hero">
          <div className="hero-words">
            <h1>{title}</h1>
            <p className="lead">
              {i18n._({
                id: 'home.lead',
                message:
                  'Surehand lets you do a clinical procedure in the browser before you do it on a person, and tells you step by step what went well and why. No account, nothing to install: the first try takes less than five minutes.',
              })}
            </p>
            <StartNow />
          </div>
          <Plate />
        </section>
        <DeviceCard />
        <Steps />
        <KeepSafe />
      </div>
    </Page>
  )
}
