import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { encodePng } from '../../src/cli/png.ts'

it('a picture is a PNG whose rows hold the grey values', () => {
  const png = encodePng({ width: 3, height: 2, pixels: Uint8Array.of(0, 127, 255, 1, 2, 3) })
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2])
  const length = png.readUInt32BE(33)
  expect(png.subarray(37, 41).toString()).toBe('IDAT')
  expect([...inflateSync(png.subarray(41, 41 + length))]).toEqual([0, 0, 127, 255, 0, 1, 2, 3])
  expect(png.subarray(-8, -4).toString()).toBe('IEND')
})

it('a picture with too few pixels is refused', () => {
  expect(() => encodePng({ width: 3, height: 2, pixels: new Uint8Array(5) })).toThrow('got 5 pixels, expected 3 x 2')
})
