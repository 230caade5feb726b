/** A colour in linear light, each channel 0–1, where light may be added and multiplied. */
export type Linear = readonly [red: number, green: number, blue: number]

/** Reads `#rrggbb` into linear light. */
export function linear(hex: string): Linear {
  const value = Number.parseInt(hex.slice(1), 16)
  return [toLinear(value >> 16), toLinear((value >> 8) & 255), toLinear(value & 255)]
}

/** Writes linear light as `#rrggbb`; what is brighter than white rolls off softly instead of clipping. */
export function hex(colour: Linear): string {
  return `#${colour.map((channel) => toByte(shoulder(channel))).join('')}`
}

/** The colour a fraction `t` of the way from one to the other. */
export function mix(from: string, to: string, t: number): string {
  const [a, b] = [linear(from), linear(to)]
  return `#${a.map((channel, i) => toByte(channel + (b[i as 0 | 1 | 2] - channel) * t)).join('')}`
}

/** The same colour, nearer to white. */
export const paler = (colour: string, t: number) => mix(colour, '#ffffff', t)

/** The same colour, nearer to a warm black. */
export const deeper = (colour: string, t: number) => mix(colour, '#140e08', t)

function toLinear(byte: number): number {
  const channel = byte / 255
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function toByte(channel: number): string {
  const encoded = channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, encoded)) * 255)
    .toString(16)
    .padStart(2, '0')
}

function shoulder(channel: number): number {
  const knee = 0.7
  return channel <= knee ? channel : knee + (1 - knee) * (1 - Math.exp(-(channel - knee) / (1 - knee)))
}
