import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { protocolOf } from '../../../../scenes/protocols.ts'
import type { Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'
import { Card } from '../../kit/Card.tsx'
import { DataTable } from '../../kit/DataTable.tsx'
import { type SourceMark, sourcesOf } from '../../outcome/sources.ts'

function Marks({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const { points, numbers } = sourcesOf(protocolOf(procedure.id))
  const meaning: readonly (readonly [SourceMark, string, string])[] = [
    [
      'source',
      i18n._({ id: 'mark.source', message: 'published source' }),
      i18n._({ id: 'about.mark.source', message: 'published, cited below' }),
    ],
    [
      'rule',
      i18n._({ id: 'mark.rule', message: 'rule' }),
      i18n._({ id: 'about.mark.rule', message: 'follows from a general rule, such as asepsis' }),
    ],
    [
      'panel',
      i18n._({ id: 'mark.panel', message: 'expert panel' }),
      i18n._({ id: 'about.mark.panel', message: 'set by named experts on a date' }),
    ],
    [
      'placeholder',
      i18n._({ id: 'mark.placeholder', message: 'provisional, nobody has set it' }),
      i18n._({ id: 'about.mark.placeholder', message: "the writers' own: guides, never fails anyone" }),
    ],
  ]
  return (
    <DataTable
      caption={i18n._({ id: 'about.marks', message: 'What the points and numbers rest on' })}
      head={[
        i18n._({ id: 'about.mark', message: 'Mark' }),
        i18n._({ id: 'about.meaning', message: 'Meaning' }),
        i18n._({ id: 'about.points', message: 'Points judged' }),
        i18n._({ id: 'about.numbers', message: 'Numbers' }),
      ]}
      rows={meaning.map(([mark, name, text]) => ({ id: mark, cells: [name, text, points[mark], numbers[mark]] }))}
    />
  )
}

/** Sources of a protocol, as they are cited, with the number of points that rest on each. */
export function Sources({ procedure }: { procedure: Procedure }): ReactNode {
  const { i18n } = useLingui()
  const { sources, version } = sourcesOf(protocolOf(procedure.id))
  const title = i18n._({
    id: 'about.sources',
    message: '{name}: sources of protocol {version}',
    values: { name: say(procedure.title), version },
  })
  return (
    <Card title={title}>
      <Marks procedure={procedure} />
      <details className="fold">
        <summary>
          {i18n._({ id: 'about.list', message: 'The {n} sources as cited', values: { n: sources.length } })}
        </summary>
        <ol className="sources">
          {sources.map((s) => (
            <li key={s.id}>
              <span lang="en">{s.text}</span>
              {s.points > 0 && (
                <span className="soft small">
                  {' · '}
                  {i18n._({
                    id: 'about.rests',
                    message: '{n, plural, one {# point} other {# points}}',
                    values: { n: s.points },
                  })}
                </span>
              )}
            </li>
          ))}
        </ol>
      </details>
    </Card>
  )
}
