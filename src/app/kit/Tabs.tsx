import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { Aria } from './Aria.tsx'

export interface TabPage {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

/** Pages behind tabs: arrows move between them, the panel is one Tab further. */
export function Tabs({ label, pages }: { label: string; pages: readonly TabPage[] }): ReactNode {
  return (
    <Aria>
      <AriaTabs>
        <TabList className="tablist" aria-label={label}>
          {pages.map((p) => (
            <Tab key={p.id} id={p.id} className="tab">
              {p.title}
            </Tab>
          ))}
        </TabList>
        {pages.map((p) => (
          <TabPanel key={p.id} id={p.id} className="tabpanel">
            {p.content}
          </TabPanel>
        ))}
      </AriaTabs>
    </Aria>
  )
}
