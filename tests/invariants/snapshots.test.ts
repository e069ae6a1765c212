import { describe, expect, it } from 'vitest'
import { KNEES, playPerformer } from '../builders/knees.ts'
import { playWild } from '../builders/randomInput.ts'
import { snapshotTrial } from '../builders/snapshotTrial.ts'

describe('snapshots at random ticks', () => {
  it.each(KNEES)('S8.1: go on exactly, in a fresh session and in a used one ($name)', (knee) => {
    const { ticks } = playPerformer(knee, 'expert', 4)
    expect(snapshotTrial(() => knee.make(4), ticks, 3)).toEqual({ snapshots: 3, failures: [] })
  })

  it('S8.1: go on exactly under wild hands', () => {
    const [knee] = KNEES
    const ticks = playWild(knee.make(6), 6, 800)
    expect(snapshotTrial(() => knee.make(6), ticks, 5)).toEqual({ snapshots: 5, failures: [] })
  })
})
