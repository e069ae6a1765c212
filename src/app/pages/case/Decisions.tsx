import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { ListedAct, Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'

/** What the texts of a decision's choices have in common before the colon stands as its name once. */
function split(texts: readonly string[]): { name: string; choices: string[] } {
  const [first = ''] = texts
  const head = /^([^:：]+)[:：]\s*/.exec(first)?.[0] ?? ''
  if (head === '' || !texts.every((t) => t.startsWith(head))) return { name: '', choices: [...texts] }
  return { name: head.replace(/[:：]\s*$/, ''), choices: texts.map((t) => t.slice(head.length)) }
}

interface Decision {
  readonly name: string
  /** One line of answers for each question under this name. */
  readonly lines: readonly string[]
}

function decisionsOf(procedure: Procedure): Decision[] {
  const found = new Map<string, { group: string; acts: ListedAct[] }>()
  for (const group of procedure.actGroups) {
    for (const act of group.acts.filter((a) => a.command.command === 'decide')) {
      const about = String(act.command.args['about'])
      const known = found.get(about) ?? { group: say(group.title), acts: [] }
      known.acts.push(act)
      found.set(about, known)
    }
  }
  const merged = new Map<string, Decision>()
  for (const { group, acts } of found.values()) {
    const { name, choices } = split(acts.map((a) => say(a.text)))
    const called = name || (group.split(/[:：]\s*/).at(-1) ?? group)
    const title = called.charAt(0).toUpperCase() + called.slice(1)
    merged.set(title, { name: title, lines: [...(merged.get(title)?.lines ?? []), choices.join(' · ')] })
  }
  return [...merged.values()]
}

/** Questions that the case will ask, with the answers on offer; none is marked as right. */
export function Decisions({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const decisions = decisionsOf(procedure)
  if (decisions.length === 0) return null
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'decisions.title', message: 'Decisions to come' })}</h2>
      <p className="soft">
        {i18n._({
          id: 'decisions.text',
          message:
            'Not every one arises in this case. A wrong answer has consequences for the patient, not just marks.',
        })}
      </p>
      <dl className="decisions">
        {decisions.map((d) => (
          <div key={d.name}>
            <dt>{d.name}</dt>
            {d.lines.map((line) => (
              <dd key={line} className="soft">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
