import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { procedures } from '../../../scenes/index.ts'
import { DeviceCard } from '../device/DeviceCard.tsx'
import { say } from '../i18n.ts'
import { Page } from '../kit/Layout.tsx'
import { Plate } from '../kit/Plate.tsx'
import { KeepSafe } from '../history/KeepSafe.tsx'
import { Unfinished } from '../history/Unfinished.tsx'

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
        message: 'Every moment from every side, next to an expert example. Then once more.',
      }),
    ],
  ] as const
  return (
    <ol className="steps">
      {steps.map(([title, text], i) => (
        <li key={i}>
          <h3>{title}</h3>
          <p className="soft">{text}</p>
        </li>
      ))}
    </ol>
  )
}

export function HomePage(): ReactNode {
  const { i18n } = useLingui()
  const first = procedures[0]
  const start = first ? `/library/${first.id}/${first.cases[0]?.id ?? ''}` : '/library'
  return (
    <Page title={i18n._({ id: 'home.title', message: 'Practise with your own hands' })}>
      <div className="stack wide-gap">
        <Unfinished />
        <section className="hero">
          <div className="hero-words">
            <h1>{i18n._({ id: 'home.title', message: 'Practise with your own hands' })}</h1>
            <p className="lead">
              {i18n._({
                id: 'home.lead',
                message:
                  'Clinical procedures in the browser, before you do them on a person. No account, nothing to install: five minutes are enough for a first try.',
              })}
            </p>
            <p className="row">
              <Link href={start} className="button primary large">
                {i18n._({ id: 'home.start', message: 'Start' })}
              </Link>
              {first && <span className="soft">{say(first.title)}</span>}
            </p>
          </div>
          <Plate />
        </section>
        <Steps />
        <DeviceCard />
        <KeepSafe />
      </div>
    </Page>
  )
}
