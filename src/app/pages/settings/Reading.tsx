import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../kit/Card.tsx'
import { OneOf, OnOff } from '../../kit/Field.tsx'
import { useSettings } from '../../state/settings.ts'

function Motion(): ReactNode {
  const { i18n } = useLingui()
  const { lessMotion, set } = useSettings()
  return (
    <OnOff
      name={i18n._({ id: 'settings.motion', message: 'Less motion' })}
      text={i18n._({
        id: 'settings.motion.text',
        message: 'Pages change without movement. Always on when the device asks for it.',
      })}
      on={lessMotion}
      onChange={(on) => set({ lessMotion: on })}
    />
  )
}

/** Language, letters, light, motion. */
export function Reading(): ReactNode {
  const { i18n } = useLingui()
  const s = useSettings()
  return (
    <Card title={i18n._({ id: 'settings.reading', message: 'Reading' })} className="settings">
      <OneOf
        name={i18n._({ id: 'settings.language', message: 'Language' })}
        value={s.language}
        options={[
          { id: 'zh', name: '中文', lang: 'zh-CN' },
          { id: 'en', name: 'English', lang: 'en' },
        ]}
        onChange={(language) => s.set({ language })}
      />
      <OneOf
        name={i18n._({ id: 'settings.text', message: 'Text size' })}
        value={s.textSize}
        options={[
          { id: 'normal', name: i18n._({ id: 'settings.text.normal', message: 'Normal' }) },
          { id: 'large', name: i18n._({ id: 'settings.text.large', message: 'Large' }) },
          { id: 'larger', name: i18n._({ id: 'settings.text.larger', message: 'Larger' }) },
        ]}
        onChange={(textSize) => s.set({ textSize })}
      />
      <OneOf
        name={i18n._({ id: 'settings.theme', message: 'Light' })}
        text={i18n._({ id: 'settings.theme.text', message: 'The room keeps its own light.' })}
        value={s.theme}
        options={[
          { id: 'system', name: i18n._({ id: 'settings.theme.system', message: 'As the device' }) },
          { id: 'light', name: i18n._({ id: 'settings.theme.light', message: 'Bright' }) },
          { id: 'dark', name: i18n._({ id: 'settings.theme.dark', message: 'Dark' }) },
        ]}
        onChange={(theme) => s.set({ theme })}
      />
      <Motion />
    </Card>
  )
}
