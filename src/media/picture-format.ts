const MOST_BRANDS = 40

/** The formats of photographs that are taken, by the bytes that they begin with. */
const signatures = {
  jpeg: (bytes: Buffer) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  png: (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  gif: (bytes: Buffer) => /^GIF8[79]a/.test(text(bytes, 0, 6)),
  webp: (bytes: Buffer) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
  avif: (bytes: Buffer) => text(bytes, 4, 8) === 'ftyp' && brandsOf(bytes).includes('avif'),
}

export type PictureFormat = keyof typeof signatures

/** What names and types say of the formats. */
const names: Record<string, PictureFormat> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/pjpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}
const SAYS_NOTHING = new Set(['', 'application/octet-stream'])

/** What the bytes are, whatever they are called; undefined for anything but a photograph. */
export function formatOf(bytes: Buffer): PictureFormat | undefined {
  const found = Object.entries(signatures).find(([, fits]) => fits(bytes))
  return found?.[0] as PictureFormat | undefined
}

/** Whether a file's name and its declared type, as far as they say anything, speak of that format. */
export function isNamedAs(format: PictureFormat, { name, type }: { name: string; type: string }): boolean {
  const extension = /\.([^.]*)$/.exec(name)?.[1] ?? ''
  return [extension, type]
    .map((claim) => claim.toLowerCase())
    .every((claim) => SAYS_NOTHING.has(claim) || names[claim] === format)
}

function brandsOf(bytes: Buffer): string[] {
  const end = Math.min(bytes.length >= 4 ? bytes.readUInt32BE(0) : 0, 8 + 4 * MOST_BRANDS)
  const brands = []
  for (let at = 8; at < end; at += 4) brands.push(text(bytes, at, at + 4))
  return brands.map((brand) => (brand === 'avis' ? 'avif' : brand))
}

function text(bytes: Buffer, start: number, end: number): string {
  return bytes.subarray(start, end).toString('latin1')
}
