import { expect, it } from 'vitest'
import { mathDigest } from './digest.ts'

it('G56: the bits of all transcendental functions are those that every engine must give', () => {
  expect(mathDigest()).toBe('b548047ab485f1a5')
})
