import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type AttemptRow, outbox } from '../outbox/index.ts'
import { saveAll } from './exchange.ts'
import { clock, inputName, modeName, attemptName, when } from './names.ts'
import { useAttempts } from './useAttempts.ts'

function Tags({ row }: { row: AttemptRow }): ReactNode {
  const { i18n } = useLingui()
  return (
    <span className="row tight">
      <span className="tag">{modeName(i18n, row.mode)}</span>
      <span className="tag">{inputName(i18n, row.inputClass)}</span>
      {row.interruptions > 0 && (
        <span className="tag partly">{i18n._({ id: 'attempt.interrupted', message: 'interrupted, resumed' })}</span>
      )}
      {row.imported && <span className="tag">{i18n._({ id: 'attempt.imported', message: 'imported' })}</span>}
    </span>
  )
}

function Item({ row, onFailure }: { row: AttemptRow; onFailure(error: unknown): void }): ReactNode {
  const { i18n } = useLingui()
  const refresh = useAttempts((s) => s.refresh)
  const date = when(i18n, row.createdUtc)
  return (
    <li className="attempt">
      <div className="stack tight">
        <Link href={`/attempts/${row.id}`} className="attempt-name">
          {attemptName(row)}
        </Link>
        <span className="soft small">
          {date} · {clock(row.ticks / 90)}
        </span>
        <Tags row={row} />
      </div>
      <div className="row">
        <Link href={`/attempts/${row.id}/replay`} className="button small">
          {i18n._({ id: 'attempt.replay', message: 'Watch' })}
        </Link>
        <button
          type="button"
          className="button small"
          aria-label={i18n._({
            id: 'attempt.export.label',
            message: 'Save a copy of the attempt of {date}',
            values: { date },
          })}
          onClick={() => void saveAll(outbox, [row]).then(refresh, onFailure)}
        >
          {i18n._({ id: 'attempt.export', message: 'Save a copy' })}
        </button>
      </div>
    </li>
  )
}

export function AttemptList(props: { rows: readonly AttemptRow[]; onFailure(error: unknown): void }): ReactNode {
  return (
    <ul className="attempts">
      {props.rows.map((row) => (
        <Item key={row.id} row={row} onFailure={props.onFailure} />
      ))}
    </ul>
  )
}
