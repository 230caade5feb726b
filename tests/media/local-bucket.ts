import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { openBucket } from '../../src/platform/aws/s3.ts'

/** A bucket on this machine, behind a server that speaks S3, until it is disposed of. */
export async function localBucket() {
  const directory = await mkdtemp(join(tmpdir(), 'bucket-'))
  const name = 'pictures'
  const options = { address: '127.0.0.1', port: 0, silent: true, directory }
  const server = new S3rver({ ...options, configureBuckets: [{ name }] })
  const { port } = await server.run()
  return {
    store: bucketAt(`http://127.0.0.1:${port}`, name),
    async close() {
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}

/** The bucket as the shop would open it, with Amazon's own settings for where it is and who asks. */
export function bucketAt(endpoint: string, name = 'pictures', milliseconds = 1_000) {
  process.env.AWS_ENDPOINT_URL_S3 = endpoint
  process.env.AWS_REGION = 'eu-central-1'
  process.env.AWS_ACCESS_KEY_ID = 'S3RVER'
  process.env.AWS_SECRET_ACCESS_KEY = 'S3RVER'
  return openBucket(name, { pathStyle: true, milliseconds })
}
