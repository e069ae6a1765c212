import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { procedures } from '../../../scenes/index.ts'
import { Card } from '../kit/Card.tsx'
import { DraftNotice } from '../kit/DraftNotice.tsx'
import { Page } from '../kit/Layout.tsx'
import { Licences } from './about/Licences.tsx'
import { Sources } from './about/Sources.tsx'

/** What this does not claim: before anything that it does. */
function NotValidated(): ReactNode {
  const { i18n } = useLingui()
  const items = [
    i18n._({
      id: 'about.not.signed',
      message: 'No clinician has signed any protocol here. There are no exams and no certificates until one does.',
    }),
    i18n._({
      id: 'about.not.headset',
      message:
        'Nobody has tried it on a headset. It is tested with an emulated one; comfort and frame rate are unknown.',
    }),
    i18n._({
      id: 'about.not.bedside',
      message: 'Whether practice here improves what happens at the bedside has not been studied.',
    }),
    i18n._({
      id: 'about.not.bands',
      message: 'No bands are set: people of known skill have not been measured. Bands that are shown are provisional.',
    }),
    i18n._({
      id: 'about.not.force',
      message:
        'Tissue forces follow published curves where there are any; else they are design values. Force is shown, never judged.',
    }),
  ]
  return (
    <Card title={i18n._({ id: 'about.not', message: 'What is not validated' })}>
      <ul className="bullets">
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}

function Privacy(): ReactNode {
  const { i18n } = useLingui()
  return (
    <Card title={i18n._({ id: 'about.privacy', message: 'What becomes of your data' })}>
      <p className="measure">
        {i18n._({
          id: 'about.privacy.text',
          message:
            'An attempt is stored as the movements of your hands, a few tens of kilobytes a minute, in this browser. Nothing is sent: no account, no camera, no sound recording, no visitor counting. You can save it as a file, and delete everything in the settings.',
        })}
      </p>
    </Card>
  )
}

export default function AboutPage(): ReactNode {
  const { i18n } = useLingui()
  const title = i18n._({ id: 'about.title', message: 'About Surehand' })
  return (
    <Page title={title} narrow>
      <div className="stack">
        <h1>{title}</h1>
        <p className="lead">
          {i18n._({
            id: 'about.lead',
            message:
              'An open simulator for clinical procedures that runs in a browser. The same simulation on mouse, touch and headset; every mark can be traced to a moment and a source.',
          })}
        </p>
        <DraftNotice />
        <NotValidated />
        {procedures.map((p) => (
          <Sources key={p.id} procedure={p} />
        ))}
        <Privacy />
        <Licences />
      </div>
    </Page>
  )
}
