import { useLingui } from '@lingui/react'
import { type ReactNode, useRef } from 'react'
import { useLocation } from 'wouter'
import { outbox } from '../outbox/index.ts'
import { useAttempts } from './useAttempts.ts'

/** Takes in .attempt files; one file leads to its report, several stay in the list. */
export function ImportButton({ onFailure }: { onFailure(error: unknown): void }): ReactNode {
  const { i18n } = useLingui()
  const [, go] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const refresh = useAttempts((s) => s.refresh)
  const take = async (files: readonly File[]): Promise<void> => {
    onFailure(null)
    let last = ''
    for (const file of files) last = await outbox.importFile(new Uint8Array(await file.arrayBuffer()))
    await refresh()
    if (files.length === 1) go(`/attempts/${last}`)
  }
  const label = i18n._({ id: 'attempts.import', message: 'Import a file' })
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".attempt"
        multiple
        hidden
        aria-label={label}
        onChange={(e) => {
          // a copy: the browser's own list is emptied with the value
          take([...(e.target.files ?? [])]).catch(onFailure)
          e.target.value = ''
        }}
      />
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  )
}
