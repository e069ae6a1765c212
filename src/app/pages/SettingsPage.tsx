import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Page } from '../kit/Layout.tsx'
import { Keeping } from './settings/Keeping.tsx'
import { Reading } from './settings/Reading.tsx'
import { RulesCard, WorkingCard } from './settings/Working.tsx'

export default function SettingsPage(): ReactNode {
  const { i18n } = useLingui()
  const title = i18n._({ id: 'settings.title', message: 'Settings' })
  return (
    <Page title={title} narrow>
      <div className="stack">
        <div className="stack tight">
          <h1>{title}</h1>
          <p className="soft">
            {i18n._({ id: 'settings.where', message: 'They hold at once, and for this browser only.' })}
          </p>
        </div>
        <Reading />
        <WorkingCard />
        <RulesCard />
        <Keeping />
      </div>
    </Page>
  )
}
