import { PassThrough, type Writable } from 'node:stream'
import { takeSettings } from './take-settings.ts'

await takeSettings()
const { openBucket } = await import('../platform/aws/s3.ts')
const { config } = await import('../platform/config.ts')
const { exportEvents, exportItems } = await import('../recommendations/index.ts')

/** Lambda ends a function after a quarter of an hour. */
const LONGEST_MS = 14 * 60_000

/** Writes what a model is trained from into the bucket that `TRAINING_BUCKET` names; tells how much it was. */
export async function handler(): Promise<{ events: number; items: number }> {
  const bucket = process.env.TRAINING_BUCKET
  if (!bucket) throw new Error('TRAINING_BUCKET names no bucket')
  const store = openBucket(bucket, { pathStyle: config.media.pathStyle, streamMilliseconds: LONGEST_MS })
  const write = async (key: string, into: (to: Writable) => Promise<number>) => {
    const rows = new PassThrough()
    const [count] = await Promise.all([into(rows), store.put(key, rows, 'text/csv')])
    return count
  }
  return {
    events: await write('events/events.csv', exportEvents),
    items: await write('items/items.csv', exportItems),
  }
}
