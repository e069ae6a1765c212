import { describe, expect, it } from 'vitest'
import { readFlags } from '../../src/app/flags.ts'

describe('switches in the address', () => {
  it('run by the wall clock and draw unless asked otherwise', () => {
    expect(readFlags('')).toEqual({ ticksPerFrame: null, render: true, quality: 'high', asksQuality: false })
  })

  it('take frames and drawing from the query', () => {
    const asked = readFlags('?clock=frames:7&render=off&quality=test')
    expect(asked).toEqual({ ticksPerFrame: 7, render: false, quality: 'test', asksQuality: true })
  })

  it('ignore what does not exist', () => {
    for (const wrong of ['?clock=frames:0', '?clock=frames:10', '?clock=fast', '?render=maybe&quality=best']) {
      expect(readFlags(wrong)).toEqual({ ticksPerFrame: null, render: true, quality: 'high', asksQuality: false })
    }
  })
})
