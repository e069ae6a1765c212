import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Notice } from './Notice.tsx'

/** What must stand wherever an unsigned protocol is used. */
export function DraftNotice(): ReactNode {
  const { i18n } = useLingui()
  return (
    <Notice>
      <p>
        {i18n._({
          id: 'draft.notice',
          message:
            'Draft. Written from published sources; no clinician has signed it. Use it to practise steps and control, not to treat a patient, assess or certify a doctor.',
        })}
      </p>
    </Notice>
  )
}
