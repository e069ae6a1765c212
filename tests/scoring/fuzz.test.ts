import { expect, it } from 'vitest'
import { fuzzProtocol } from '../fuzz/protocol.ts'

it('G6: 2,000 damaged protocols are read whole or refused with a ProtocolError', () => {
  const r = fuzzProtocol(2000, 20260131)
  expect(r.accepted + r.refused).toBe(r.runs)
  // both branches were really met
  expect(r.accepted).toBeGreaterThan(20)
  expect(r.refused).toBeGreaterThan(1000)
})
