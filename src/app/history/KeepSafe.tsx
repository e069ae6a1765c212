import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useState } from 'react'
import { Notice } from '../kit/Notice.tsx'
import { outbox, storageCare } from '../outbox/index.ts'
import { saveAll } from './exchange.ts'
import { useAttempts } from './useAttempts.ts'

/** Where the browser may clear its storage, offers copies of attempts that exist nowhere else. */
export function KeepSafe(): ReactNode {
  const { i18n } = useLingui()
  const { rows, refresh } = useAttempts()
  const [persisted, setPersisted] = useState(true)
  useEffect(() => void storageCare(true).then((care) => setPersisted(care.persisted)), [])
  const alone = (rows ?? []).filter((r) => r.state === 'sealed' && r.exportedUtc === null && !r.imported)
  if (persisted || alone.length === 0) return null
  return (
    <Notice>
      <p>
        {i18n._({
          id: 'keepSafe.text',
          message:
            '{count, plural, one {# attempt exists} other {# attempts exist}} only in this browser, which may clear its storage (Safari: after 7 days without a visit).',
          values: { count: alone.length },
        })}
      </p>
      <button type="button" className="button small" onClick={() => void saveAll(outbox, alone).then(refresh)}>
        {i18n._({ id: 'keepSafe.save', message: 'Save copies' })}
      </button>
    </Notice>
  )
}
