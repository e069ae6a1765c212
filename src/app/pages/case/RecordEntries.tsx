import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Case, Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'

/** Names of the entries, as the room's list calls them. */
function entriesOf(procedure: Procedure, chosen: Case): { id: string; name: string; text: string }[] {
  const acts = procedure.actGroups.flatMap((g) => g.acts).filter((a) => a.command.command === 'open')
  return acts.flatMap((act) => {
    const id = String(act.command.args['field'])
    const text = chosen.record?.[id]
    // films have a place of their own
    return text && id !== 'films' ? [{ id, name: say(act.text), text: say(text) }] : []
  })
}

/** The record, entry by entry, closed: to know what to look for is part of the case. */
export function RecordEntries({ procedure, chosen }: { procedure: Procedure; chosen: Case }): ReactNode {
  const { i18n } = useLingui()
  const entries = entriesOf(procedure, chosen)
  if (entries.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'record.title', message: 'In the record' })}</h2>
      <p className="soft">
        {i18n._({
          id: 'record.text',
          message: 'Open what you would ask for. In the room you look it up again: there it counts.',
        })}
      </p>
      <ul className="entries">
        {entries.map((e) => (
          <li key={e.id}>
            <details>
              <summary>{e.name}</summary>
              <p>{e.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
