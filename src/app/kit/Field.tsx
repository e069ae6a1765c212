// One setting on a line: its name, what it does, and the control.
import { useLingui } from '@lingui/react'
import { type ReactNode, useId } from 'react'
import { Radio, RadioGroup, Switch } from 'react-aria-components'
import { Aria } from './Aria.tsx'

interface Words {
  readonly name: string
  readonly text?: string
}

function Name({ id, name, text }: Words & { id: string }): ReactNode {
  return (
    <div className="setting-words">
      <span className="setting-name" id={id}>
        {name}
      </span>
      {text !== undefined && (
        <span className="soft small" id={`${id}-text`}>
          {text}
        </span>
      )}
    </div>
  )
}

interface OneOfProps<T extends string> extends Words {
  readonly value: T
  readonly options: readonly { readonly id: T; readonly name: string; readonly lang?: string }[]
  onChange(value: T): void
}

/** One of a few, all of them in sight. */
export function OneOf<T extends string>({ name, text, value, options, onChange }: OneOfProps<T>): ReactNode {
  const id = useId()
  const chosen = (asked: string): void => {
    const found = options.find((o) => o.id === asked)
    if (found) onChange(found.id)
  }
  return (
    <Aria>
      <div className="setting">
        <Name id={id} name={name} {...(text === undefined ? {} : { text })} />
        <RadioGroup
          className="segments"
          orientation="horizontal"
          aria-labelledby={id}
          {...(text === undefined ? {} : { 'aria-describedby': `${id}-text` })}
          value={value}
          onChange={chosen}
        >
          {options.map((o) => (
            <Radio key={o.id} value={o.id} className="segment">
              <span lang={o.lang}>{o.name}</span>
            </Radio>
          ))}
        </RadioGroup>
      </div>
    </Aria>
  )
}

/** On or off; the word stands beside it, because a colour alone says nothing. */
export function OnOff({ name, text, on, onChange }: Words & { on: boolean; onChange(on: boolean): void }): ReactNode {
  const { i18n } = useLingui()
  const id = useId()
  return (
    <Aria>
      <div className="setting">
        <Name id={id} name={name} {...(text === undefined ? {} : { text })} />
        <Switch
          className="switch"
          aria-labelledby={id}
          {...(text === undefined ? {} : { 'aria-describedby': `${id}-text` })}
          isSelected={on}
          onChange={onChange}
        >
          <span className="switch-track" aria-hidden="true" />
          <span className="switch-word" aria-hidden="true">
            {on ? i18n._({ id: 'switch.on', message: 'On' }) : i18n._({ id: 'switch.off', message: 'Off' })}
          </span>
        </Switch>
      </div>
    </Aria>
  )
}
