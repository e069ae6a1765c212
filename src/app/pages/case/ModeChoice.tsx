import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

type Mode = 'guided' | 'practice'

function Choice(props: {
  value: string
  title: string
  text: string
  chosen: boolean
  onChoose?: () => void
}): ReactNode {
  const shut = props.onChoose === undefined
  return (
    <label className={`choice${props.chosen ? ' chosen' : ''}${shut ? ' shut' : ''}`}>
      <input
        type="radio"
        name="mode"
        value={props.value}
        checked={props.chosen}
        disabled={shut}
        onChange={() => props.onChoose?.()}
      />
      <b>{props.title}</b>
      <span className="small">{props.text}</span>
    </label>
  )
}

/** Guided or practice; an exam only exists once somebody signed the protocol. */
export function ModeChoice({ mode, onChange }: { mode: Mode; onChange(mode: Mode): void }): ReactNode {
  const { i18n } = useLingui()
  return (
    <fieldset className="modes">
      <legend>{i18n._({ id: 'mode.legend', message: 'How do you want to practise?' })}</legend>
      <Choice
        value="guided"
        title={i18n._({ id: 'mode.guided', message: 'Guided' })}
        text={i18n._({ id: 'mode.guided.text', message: 'The next step is always shown. Best for the first time.' })}
        chosen={mode === 'guided'}
        onChoose={() => onChange('guided')}
      />
      <Choice
        value="practice"
        title={i18n._({ id: 'mode.practice', message: 'Practice' })}
        text={i18n._({ id: 'mode.practice.text', message: 'Help only when you ask for it.' })}
        chosen={mode === 'practice'}
        onChoose={() => onChange('practice')}
      />
      <Choice
        value="exam"
        title={i18n._({ id: 'mode.exam', message: 'Exam' })}
        text={i18n._({
          id: 'mode.exam.text',
          message:
            'Not available until signed: no clinician has read and signed this protocol yet, so nobody may be assessed by it.',
        })}
        chosen={false}
      />
    </fieldset>
  )
}
