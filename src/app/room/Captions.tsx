// What the patient and the team say, as captions over the picture: read from what the simulation has testified.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { type ReactNode, useEffect, useState } from 'react'
import type { EvidenceEvent } from '../../../scoring/evidence.ts'
import { linesOf } from '../../../scenes/index.ts'
import type { Case, Text } from '../../sim/index.ts'
import { say } from '../i18n.ts'
import type { RoomController } from '../live/roomController.ts'

const LOOK_MS = 250
const SHOWN_MS = 6000

export interface Caption {
  readonly who: string
  readonly text: Text
}

/**
 * The caption of an event, null = nothing that others said. A patient who says who they are says what stands in the record.
 */
export function captionOf(event: EvidenceEvent, played: Pick<Case, 'record'>): Caption | null {
  const { kind, subject, object } = event
  if (kind !== 'say' || subject === 'learner') return null
  const identity = played.record?.['identity']
  const text = linesOf(identity ? { identity } : {}).find((l) => l.id === object)?.text
  return text ? { who: subject, text } : null
}

function speaker(i18n: I18n, who: string): string {
  if (who === 'assistant') return i18n._({ id: 'caption.assistant', message: 'Assistant' })
  return i18n._({ id: 'caption.patient', message: 'Patient' })
}

function useCaption({ begun }: RoomController): Caption | null {
  const [caption, setCaption] = useState<Caption | null>(null)
  useEffect(() => {
    const { events, case: played } = begun.session
    let seen = events.length
    let off: ReturnType<typeof setTimeout> | undefined
    const timer = setInterval(() => {
      const last = events
        .slice(seen)
        .flatMap((e) => captionOf(e, played) ?? [])
        .at(-1)
      seen = events.length
      if (!last) return
      setCaption(last)
      clearTimeout(off)
      off = setTimeout(() => setCaption(null), SHOWN_MS)
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      clearTimeout(off)
    }
  }, [begun])
  return caption
}

export function Captions({ controller }: { controller: RoomController }): ReactNode {
  const { i18n } = useLingui()
  const caption = useCaption(controller)
  return (
    <output className="captions">
      {caption && (
        <span>
          <b>{speaker(i18n, caption.who)}</b> {say(caption.text)}
        </span>
      )}
    </output>
  )
}
