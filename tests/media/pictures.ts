import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A picture with enough in it that half of it is missed. */
export function photograph(width = 600, height = 400) {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  return sharp({ create: { width, height, channels: 3, background: '#000', noise } })
}

/** A PNG that says it has those pixels of one bit, and these bytes for them. */
export function png(width: number, height: number, pixels: Buffer, ...chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A GIF of so many frames of one pixel each, on a canvas of that many pixels a side. */
export function gif(frames: number, side: number): Buffer {
  const canvas = Buffer.alloc(13)
  canvas.write('GIF89a')
  canvas.writeUInt16LE(side, 6)
  canvas.writeUInt16LE(side, 8)
  canvas[10] = 0x80
  const colours = Buffer.from('000000ffffff', 'hex')
  const frame = Buffer.from('2c00000000010001000002024c0100', 'hex')
  return Buffer.concat([canvas, colours, ...Array(frames).fill(frame), Buffer.from(';')])
}

/** A moving WebP of so many frames of sixteen pixels a side, on a canvas of that many. */
export async function movingWebp(frames: number, side: number): Promise<Buffer> {
  const still = await photograph(16, 16).webp({ lossless: true }).toBuffer()
  const image = still.subarray(12)
  const frame = webpChunk('ANMF', Buffer.concat([uint24(0, 0, 15, 15, 100), Buffer.from([0]), image]))
  const canvas = webpChunk('VP8X', Buffer.concat([Buffer.from([2, 0, 0, 0]), uint24(side - 1, side - 1)]))
  const animation = webpChunk('ANIM', Buffer.alloc(6))
  const body = Buffer.concat([Buffer.from('WEBP'), canvas, animation, ...Array(frames).fill(frame)])
  return webpChunk('RIFF', body)
}

function webpChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
}

function uint24(...numbers: number[]): Buffer {
  return Buffer.concat(
    numbers.map((number) => Buffer.from([number & 255, (number >> 8) & 255, number >> 16])),
  )
}

/** The same picture, with every mention of its size, as the format writes it, replaced by another. */
export function resized(picture: Buffer, from: Buffer, to: Buffer): Buffer {
  const at = picture.indexOf(from)
  if (at < 0) throw new Error('The picture does not say its size like that')
  return Buffer.concat([picture.subarray(0, at), to, picture.subarray(at + from.length)])
}
