import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { config } from '../platform/config.ts'

const PORT = 9000

/** The bucket of a shop that is tried out in containers: speaks S3, takes the key `S3RVER`, and keeps the pictures in a folder. */
const store = new S3rver({
  address: config.sandbox.host,
  port: PORT,
  silent: true,
  directory: join(config.dataDir, 'store'),
  configureBuckets: [{ name: config.media.bucket ?? 'purveyor-media' }],
})
await store.run()

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void store.close())
