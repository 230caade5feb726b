import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { takeSettings } from './take-settings.ts'

await takeSettings()
const { openMediaStore, publicPicture, storePhotograph } = await import('../media/index.ts')
const { logger } = await import('../platform/logger.ts')

const media = openMediaStore()

/** Where photographs are put, and where is told what became of each. */
const SENT = 'sent/'
const TAKEN = 'taken/'

const created = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
})

/**
 * Renders photographs that were put into the bucket under `sent/` in every width and format that pages use, and takes them
 * away. What became of `sent/oat-mug.jpg` is told by `taken/oat-mug.jpg.json`: the address under which a catalogue's file may
 * name it, or why it was refused.
 */
export async function handler(event: unknown): Promise<void> {
  for (const { s3 } of created.parse(event).Records) await take(keyIn(s3.object.key))
}

/** S3 writes a key as forms do. */
const keyIn = (written: string) => decodeURIComponent(written.replaceAll('+', ' '))

async function take(key: string): Promise<void> {
  const sent = key.startsWith(SENT) ? await media.get(key) : undefined
  if (!sent) return
  const { refused, picture } = await storePhotograph(media, await buffer(sent))
  const outcome = refused ? { refused } : { address: publicPicture(picture), ...picture }
  await media.put(
    `${TAKEN}${key.slice(SENT.length)}.json`,
    Buffer.from(JSON.stringify(outcome)),
    'application/json',
  )
  await media.remove(key)
  logger.info({ key, refused }, 'a photograph was taken in')
}
