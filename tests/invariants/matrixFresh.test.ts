// The matrix is too long for every push; its committed results must be those of this simulation and these protocols.
import { expect, it } from 'vitest'
import { staleness } from '../matrix/results.ts'
import { SHARDS } from '../matrix/shards.ts'

it.each(SHARDS)('S8: the committed matrix result of $name stands for the present versions', ({ name }) => {
  expect(staleness(name), `run: npx tsx tests/matrix/main.ts ${name}`).toBeUndefined()
})
