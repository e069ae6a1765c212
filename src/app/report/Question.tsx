import { useLingui } from '@lingui/react'
import { type FormEvent, type ReactNode, useState } from 'react'

/** One question before the marks, which may be skipped: looking back first makes the marks teach more. */
export function Question({ onDone }: { onDone(): void }): ReactNode {
  const { i18n } = useLingui()
  const [text, setText] = useState('')
  const submit = (e: FormEvent): void => {
    e.preventDefault()
    onDone()
  }
  return (
    <form className="sheet stack" onSubmit={submit}>
      <label className="stack tight">
        <b>{i18n._({ id: 'question.text', message: 'Before you see the marks: what would you do differently?' })}</b>
        <textarea className="wish" value={text} onChange={(e) => setText(e.target.value)} />
      </label>
      <p className="row">
        <button type="submit" className="button primary">
          {text === ''
            ? i18n._({ id: 'question.skip', message: 'Skip, show the marks' })
            : i18n._({ id: 'question.show', message: 'Show the marks' })}
        </button>
        <span className="small soft">
          {i18n._({ id: 'question.private', message: 'For yourself only; it is not stored.' })}
        </span>
      </p>
    </form>
  )
}
