import type { ReactNode } from 'react'
import { ScrollBox } from './ScrollBox.tsx'

interface DataTableProps {
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[]
  /** Column that is meant, counted from 0: this device, this attempt. */
  readonly here?: number
}

/** A table that scrolls sideways by itself when it is wider than the page. */
export function DataTable({ caption, head, rows, here }: DataTableProps): ReactNode {
  const mark = (i: number): string | undefined => (i === here ? 'here' : undefined)
  return (
    <ScrollBox label={caption}>
      <table className={here === undefined ? 'table' : 'table boxed'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((h, i) => (
              <th key={h} scope="col" className={mark(i)}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              {r.cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={i} className={mark(i)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
