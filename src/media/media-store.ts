import type { Readable } from 'node:stream'
import { config } from '../platform/config.ts'
import { diskMediaStore } from './disk-media-store.ts'

/** What is known of a file without reading it. */
export interface KeptFile {
  type: string
  bytes: number
  modified: Date
}

/**
 * Where pictures lie, by keys that say what is in them: `<hash>/640.avif`. What is put once never changes, so that
 * it may be kept for ever by whoever has it. A file is there whole or not at all, also when its source breaks off.
 * A store that is out of reach throws; what is not there is `undefined` or `false`, and may be removed again.
 */
export interface MediaStore {
  has(key: string): Promise<boolean>
  find(key: string): Promise<KeptFile | undefined>
  put(key: string, body: Buffer | Readable, type: string): Promise<void>
  /** The bytes from `start` to `end`, both included, or all of them. */
  get(key: string, range?: { start: number; end: number }): Promise<Readable | undefined>
  remove(key: string): Promise<void>
}

/** Amazon's SDK takes its time to load: only who has a bucket waits for it. */
const amazon = config.media.bucket ? await import('../platform/aws/s3.ts') : undefined

/** The store that the settings name: a bucket, or a folder of this machine. */
export function openMediaStore(): MediaStore {
  const { bucket, pathStyle, folder } = config.media
  return amazon && bucket ? amazon.openBucket(bucket, { pathStyle }) : diskMediaStore(folder)
}
