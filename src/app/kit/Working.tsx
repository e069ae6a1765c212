import type { ReactNode } from 'react'

/** Something takes time: says what, and how far it is when that is known (0..1). */
export function Working({ text, share }: { text: string; share?: number | null }): ReactNode {
  return (
    <output className="working">
      <span>{text}</span>
      {share === undefined || share === null ? (
        <progress aria-label={text} />
      ) : (
        <progress aria-label={text} value={share} max={1} />
      )}
    </output>
  )
}
