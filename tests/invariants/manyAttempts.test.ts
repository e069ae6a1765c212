import { expect, it } from 'vitest'
import { manyAttempts } from '../builders/manyAttempts.ts'

it('S8.5: the 300th attempt of a process comes to the same bits as the first', () => {
  const { first, last } = manyAttempts(300)
  expect(last).toBe(first)
  expect(first).toMatch(/^[0-9a-f]{16}$/)
})
