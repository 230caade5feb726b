import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { Unavailable } from '../errors.ts'

const CONNECTION_MS = 2_000
const FOR_EVER = 'public, max-age=31536000, immutable'

interface BucketOptions {
  /** The bucket is named in the path and not in the host: for stores that are not Amazon's. */
  pathStyle: boolean
  /** How long one question may take, tries included. */
  milliseconds?: number
  /** How long it may take to put a stream, from its first byte to its last. */
  streamMilliseconds?: number
}

/**
 * A private bucket of S3, or of a store that speaks its language. Region, credentials and endpoint are found by
 * Amazon's SDK where it always looks. Whoever asks needs GetObject, PutObject and DeleteObject, and ListBucket
 * too: without it Amazon calls a missing file forbidden. Trouble of any kind is thrown as `Unavailable`,
 * but for that of a stream which breaks off, which is not the bucket's.
 */
export function openBucket(
  bucket: string,
  { pathStyle, milliseconds = 10_000, streamMilliseconds = 60_000 }: BucketOptions,
) {
  const client = new S3Client({
    forcePathStyle: pathStyle,
    maxAttempts: 3,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECTION_MS, socketTimeout: milliseconds },
  })
  /** The limit is for the answer, not for its body: who reads that slowly may take longer, while it moves. */
  const ask = async <T>(question: (late: AbortController) => Promise<T>, limit = milliseconds) => {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), limit)
    try {
      return await question(late)
    } catch (error) {
      throw new Unavailable(`The bucket ${bucket}`, { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }
  const find = async (key: string) => {
    const question = new HeadObjectCommand({ Bucket: bucket, Key: key })
    const head = await ask(({ signal }) => unlessMissing(client.send(question, { abortSignal: signal })))
    const { ContentType: type = 'application/octet-stream', ContentLength: bytes = 0 } = head ?? {}
    return head && { type, bytes, modified: head.LastModified! }
  }
  return {
    find,
    has: async (key: string) => (await find(key)) !== undefined,
    /** A stream, whose length nobody knows, goes in parts of 5 MB; the file is there when the last has arrived. */
    async put(key: string, body: Buffer | Readable, type: string): Promise<void> {
      const params = { Bucket: bucket, Key: key, Body: body, ContentType: type, CacheControl: FOR_EVER }
      if (body instanceof Uint8Array) {
        const question = new PutObjectCommand(params)
        await ask(({ signal }) => client.send(question, { abortSignal: signal }))
      } else {
        const parts = (abortController: AbortController) => new Upload({ client, params, abortController })
        await ask((late) => parts(late).done(), streamMilliseconds).catch((error) => {
          throw body.errored ?? error
        })
      }
    },
    async get(key: string, range?: { start: number; end: number }): Promise<Readable | undefined> {
      const part = range && { Range: `bytes=${range.start}-${range.end}` }
      const question = new GetObjectCommand({ Bucket: bucket, Key: key, ...part })
      const answer = await ask(({ signal }) => unlessMissing(client.send(question, { abortSignal: signal })))
      return answer?.Body as Readable | undefined
    },
    async remove(key: string): Promise<void> {
      const question = new DeleteObjectCommand({ Bucket: bucket, Key: key })
      await ask(({ signal }) => client.send(question, { abortSignal: signal }))
    },
  }
}

/** What comes of it, or undefined where there is no such file. */
async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    const isMissing = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
    if (isMissing && error.name !== 'NoSuchBucket') return undefined
    throw error
  }
}
