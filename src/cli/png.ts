// A grey picture as a PNG file; 8 bits a pixel.
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

export interface GreyImage {
  readonly width: number
  readonly height: number
  /** Row by row from the top, 0 black to 255 white. */
  readonly pixels: Uint8Array
}

/** @throws RangeError when the number of pixels does not fit */
export function encodePng(image: GreyImage): Buffer {
  const { width, height, pixels } = image
  if (pixels.length !== width * height) {
    throw new RangeError(`picture: got ${pixels.length} pixels, expected ${width} x ${height}`)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits, grey; compression, filter and interlace 0
  head.writeUInt8(8, 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
