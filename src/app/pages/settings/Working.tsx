import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../kit/Card.tsx'
import { OneOf, OnOff } from '../../kit/Field.tsx'
import { useSettings } from '../../state/settings.ts'

function Hands(): ReactNode {
  const { i18n } = useLingui()
  const s = useSettings()
  return (
    <>
      <OneOf
        name={i18n._({ id: 'settings.hand', message: 'Working hand' })}
        text={i18n._({ id: 'settings.hand.text', message: 'The hand that holds the needle when an attempt begins.' })}
        value={s.handedness}
        options={[
          { id: 'left', name: i18n._({ id: 'settings.hand.left', message: 'Left' }) },
          { id: 'right', name: i18n._({ id: 'settings.hand.right', message: 'Right' }) },
        ]}
        onChange={(handedness) => s.set({ handedness })}
      />
      <OnOff
        name={i18n._({ id: 'settings.steps', message: 'Step buttons open at once' })}
        text={i18n._({
          id: 'settings.steps.text',
          message:
            'With mouse or keyboard: 1 mm, 2° or 0.1 mL at a press. Once used, place, angle and depth are shown, not scored.',
        })}
        on={s.stepButtons}
        onChange={(stepButtons) => s.set({ stepButtons })}
      />
      <OnOff
        name={i18n._({ id: 'settings.tremor', message: 'Tremor filter' })}
        text={i18n._({
          id: 'settings.tremor.text',
          message: 'Smooths a trembling mouse hand from the next attempt on, and is noted in it.',
        })}
        on={s.tremorFilter}
        onChange={(tremorFilter) => s.set({ tremorFilter })}
      />
      <OnOff
        name={i18n._({ id: 'settings.latch', message: 'Space switches instead of holding' })}
        text={i18n._({ id: 'settings.latch.text', message: 'One press switches the trigger on, the next one off.' })}
        on={s.latchTrigger}
        onChange={(latchTrigger) => s.set({ latchTrigger })}
      />
    </>
  )
}

/** Hands, sound, picture: what the room opens with. */
export function WorkingCard(): ReactNode {
  const { i18n } = useLingui()
  const s = useSettings()
  return (
    <Card title={i18n._({ id: 'settings.room', message: 'In the room' })} className="settings">
      <Hands />
      <OnOff
        name={i18n._({ id: 'settings.sound', message: 'Sound' })}
        text={i18n._({ id: 'settings.sound.text', message: 'Everything that is heard is also seen.' })}
        on={s.sound}
        onChange={(sound) => s.set({ sound })}
      />
      <OnOff
        name={i18n._({ id: 'settings.captions', message: 'Captions' })}
        text={i18n._({
          id: 'settings.captions.text',
          message: 'What patient and assistant say, written on the picture.',
        })}
        on={s.captions}
        onChange={(captions) => s.set({ captions })}
      />
      <OneOf
        name={i18n._({ id: 'settings.drawing', message: 'Picture' })}
        text={i18n._({
          id: 'settings.drawing.text',
          message: 'Simple draws less: for old computers and weak graphics. Nothing that is judged changes.',
        })}
        value={s.drawing}
        options={[
          { id: 'auto', name: i18n._({ id: 'settings.drawing.auto', message: 'As good as it goes' }) },
          { id: 'low', name: i18n._({ id: 'settings.drawing.low', message: 'Simple' }) },
        ]}
        onChange={(drawing) => s.set({ drawing })}
      />
    </Card>
  )
}

/** By whose rules doses are judged. */
export function RulesCard(): ReactNode {
  const { i18n } = useLingui()
  const s = useSettings()
  return (
    <Card title={i18n._({ id: 'settings.rules', message: 'Rules' })} className="settings">
      <OneOf
        name={i18n._({ id: 'settings.profile', message: 'Drug doses' })}
        text={i18n._({
          id: 'settings.profile.text',
          message: 'From the next attempt on. At present both profiles hold the same limits, from the Chinese label.',
        })}
        value={s.profile}
        options={[
          { id: 'CN', name: i18n._({ id: 'settings.profile.cn', message: 'China' }) },
          { id: 'WHO', name: i18n._({ id: 'settings.profile.who', message: 'International' }) },
        ]}
        onChange={(profile) => s.set({ profile })}
      />
    </Card>
  )
}
