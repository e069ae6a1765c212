import { createContext, useContext } from 'react'
import type { Frame } from './reader.ts'

export const FrameContext = createContext<Frame | undefined>(undefined)

/** The frame of the room around this component. @throws Error outside a `<Room>` */
export function useFeed(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('useFeed: no <Room> above this component; draw it as a child of <Room>')
  return frame
}
