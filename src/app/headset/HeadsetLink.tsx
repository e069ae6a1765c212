import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAsync } from '../kit/useAsync.ts'
import { vrSupport } from '../../xr/index.ts'

/** A way in with both hands, where there is a headset. */
export function HeadsetLink({ to }: { to: string }): ReactNode {
  const { i18n } = useLingui()
  const support = useAsync(vrSupport)
  if (support.state !== 'done' || support.value !== 'ready') return null
  return (
    <Link href={to} className="button">
      {i18n._({ id: 'headset.link', message: 'Enter with the headset' })}
    </Link>
  )
}
