import { describe, expect, it } from 'vitest'
import { setupFor } from '../../../src/app/live/setup.ts'
import { readSettings } from '../../../src/app/state/settings.ts'

const WANTED = {
  procedure: 'knee-aspiration',
  case: 'hot-knee',
  mode: 'practice',
  input_class: 'mouse',
  handedness: 'right',
} as const

describe('settings', () => {
  it('take their defaults from nothing, and the language from the browser', () => {
    const s = readSettings({}, ['en-GB', 'zh-CN'])
    expect(s).toMatchObject({ language: 'en', handedness: 'right', sound: true, captions: true, theme: 'system' })
    expect(readSettings({}, []).language).toBe('zh')
  })

  it('keep what was chosen, and drop what no version knows', () => {
    const s = readSettings({ language: 'zh', textSize: 'larger', profile: 'WHO', theme: 'neon', drawing: 7 }, ['en'])
    expect(s).toMatchObject({ language: 'zh', textSize: 'larger', profile: 'WHO', theme: 'system', drawing: 'auto' })
  })

  it('reach the attempt: profile and tremor filter stand in its setup', () => {
    const setup = setupFor({ ...WANTED, profile: 'WHO', tremorFilter: true }, [])
    expect(setup.profile).toBe('WHO')
    expect(setup.assists).toEqual(['glide', 'parked_hand', 'tremor_filter'])
    expect(Object.keys(setup)).not.toContain('tremorFilter')
  })

  it('smooth no hand that is tracked', () => {
    expect(setupFor({ ...WANTED, input_class: 'controllers', tremorFilter: true }, []).assists).toEqual([])
    expect(setupFor(WANTED, [])).toMatchObject({ profile: 'CN', assists: ['glide', 'parked_hand'] })
  })
})
