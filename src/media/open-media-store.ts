import { config } from '../platform/config.ts'
import { diskMediaStore } from './disk-media-store.ts'
import type { MediaStore } from './media-store.ts'

/** Amazon's SDK takes its time to load: only who has a bucket waits for it. */
const amazon = config.media.bucket ? await import('../platform/aws/s3.ts') : undefined

/** The store that the settings name: a bucket, or a folder of this machine. */
export function openMediaStore(): MediaStore {
  const { bucket, pathStyle, folder } = config.media
  return amazon && bucket ? amazon.openBucket(bucket, { pathStyle }) : diskMediaStore(folder)
}
