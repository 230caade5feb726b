import sharp from 'sharp'

/** A photograph of one colour, as somebody would choose it from a disk. */
export async function drawn(colour: string): Promise<File> {
  const image = sharp({ create: { width: 320, height: 400, channels: 3, background: colour } })
  return new File([await image.jpeg().toBuffer()], 'mug.jpg', { type: 'image/jpeg' })
}
