import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { Aria } from './Aria.tsx'

export interface SelectOption {
  readonly id: string
  readonly name: string
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption[]
  onChange(id: string): void
}

/** One of many, from a list that opens. */
export function Select({ label, value, options, onChange }: SelectProps): ReactNode {
  return (
    <Aria>
      <AriaSelect className="select" value={value} onChange={(key) => key !== null && onChange(String(key))}>
        <Label>{label}</Label>
        <Button>
          <SelectValue />
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="popover">
          <ListBox items={options}>
            {(o) => (
              <ListBoxItem id={o.id} className="option" textValue={o.name}>
                {o.name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaSelect>
    </Aria>
  )
}
