import { useFrame } from '@react-three/fiber'
import { useMemo, type ReactNode } from 'react'
import type { Procedure } from '../sim/procedure.ts'
import { FrameContext } from './frame/context.ts'
import type { ViewFeed } from './frame/feed.ts'
import { createFrame, type Frame } from './frame/reader.ts'
import { Hands } from './hands/Hands.tsx'
import { GapLines } from './hands/GapLines.tsx'
import { Instruments } from './instruments/Instruments.tsx'
import { QUALITY, type Quality } from './quality.ts'
import { Monitor } from './room/Monitor.tsx'
import { Surroundings } from './room/Surroundings.tsx'
import type { CouchSize } from './room/furniture.ts'

export interface RoomProps {
  readonly feed: ViewFeed
  /** What lies on the tray and what stands in the room. */
  readonly things: Pick<Procedure, 'instruments' | 'fixtures'>
  readonly quality?: Quality
  /** The scene's patient and whatever else reads the feed through `useFeed`. */
  readonly children?: ReactNode
  /** Only see-through hands and what they hold: a second attempt beside the first. */
  readonly ghost?: boolean
  readonly couch?: CouchSize
  /** Colour of what a syringe or tube holds, by instrument id. */
  readonly fluids?: Readonly<Record<string, number>>
  readonly gloves?: number
  /** Forearms come from the learner's side; by default on a screen, not in a headset, where arms are where they are. */
  readonly tidyArms?: boolean
}

const COUCH: CouchSize = { head: -1400, foot: 535 }
const NO_FLUIDS = {}

/** Takes the feed's state before anything else of the room reads it. */
function Advance({ frame }: { readonly frame: Frame }) {
  useFrame(() => frame.advance(), -50)
  return null
}

/** A scene in the work frame (metres; y up; z towards the learner), driven by a feed and by nothing else. */
export function Room(props: RoomProps) {
  const { feed, things, quality = 'high', ghost = false, couch = COUCH, fluids = NO_FLUIDS } = props
  const frame = useMemo(() => createFrame(feed), [feed])
  const q = QUALITY[quality]
  return (
    <FrameContext value={frame}>
      <Advance frame={frame} />
      {!ghost && <Surroundings fixtures={things.fixtures} quality={quality} couch={couch} />}
      {!ghost && <Monitor />}
      {!ghost && props.children}
      <Instruments instruments={things.instruments} anisotropy={q.anisotropy} fluids={fluids} ghost={ghost} />
      <Hands
        instruments={things.instruments}
        step_mm={ghost ? q.hand_mm * 1.5 : q.hand_mm}
        ghost={ghost}
        {...(props.tidyArms === undefined ? {} : { tidyArms: props.tidyArms })}
        {...(props.gloves === undefined ? {} : { color: props.gloves })}
      />
      {!ghost && <GapLines instruments={things.instruments} />}
    </FrameContext>
  )
}
