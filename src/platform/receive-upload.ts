import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy, { type Busboy } from 'busboy'
import type { Request } from 'express'
import { HttpError, Unavailable } from './errors.ts'
import type { FormError } from './forms.ts'

/** A file as it was sent: what its sender calls it and says that it is, and where it lies for the moment. */
export interface SentFile {
  field: string
  name: string
  type: string
  path: string
}

export interface UploadLimits {
  files: number
  /** Of each file; a larger one is cut off one byte beyond, to be refused by who reads it. */
  bytes: number
  /** Of everything together. */
  total: number
}

const FIELDS = { fields: 100, fieldSize: 64 * 1024, fieldNameSize: 100, headerPairs: 20 }
const LONGEST_NAME = 100
const FAREWELL_MS = 10_000

class TooMuch extends Error {}

/**
 * Reads a multipart form as it comes: fields into memory, files into the folder, all within the limits. What is
 * beyond them is an error of the form; what is left of the request is let pass, and nothing of it is kept.
 * @throws HttpError for a request that no form of ours has sent, or whose sender has gone away.
 */
export async function receiveUpload(req: Request, folder: string, limits: UploadLimits) {
  const fields = new Map<string, string>()
  const files: Promise<SentFile>[] = []
  const errors: FormError[] = []
  const parser = parserOf(req, limits)
  parser.on('field', (name, text, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(new HttpError(413, 'A field is too long'))
    else fields.set(name, text)
  })
  parser.on('file', (field, body, { filename, mimeType }) => {
    if (!filename) return body.resume()
    const sent = { field, name: filename.slice(-LONGEST_NAME), type: mimeType }
    const path = join(folder, String(files.length))
    const kept = keep(body, path).then(() => ({ ...sent, path }))
    kept.catch((error) => parser.destroy(new Unavailable('The folder of uploads', { cause: error })))
    files.push(kept)
  })
  parser.once('filesLimit', () =>
    errors.push({ field: undefined, key: 'media.upload.too-many-files', values: { files: limits.files } }),
  )
  const isWhole = await pour(req, parser, limits.total).finally(() => Promise.allSettled(files))
  if (!isWhole) {
    const megabytes = Math.floor(limits.total / 1024 ** 2)
    const error = { field: undefined, key: 'media.upload.too-much', values: { megabytes } }
    return { isWhole, fields: Object.fromEntries(fields), files: [], errors: [error] }
  }
  return { isWhole, fields: Object.fromEntries(fields), files: await Promise.all(files), errors }
}

function parserOf(req: Request, { files, bytes }: UploadLimits): Busboy {
  if (!req.is('multipart/form-data')) throw new HttpError(415, 'Files come as multipart/form-data')
  try {
    const limits = { ...FIELDS, files, fileSize: bytes + 1 }
    const parser = busboy({ headers: req.headers, defParamCharset: 'utf8', limits })
    return parser.once('fieldsLimit', () => parser.destroy(new HttpError(413, 'There are too many fields')))
  } catch (error) {
    throw new HttpError(400, 'The form cannot be read', { cause: error })
  }
}

/** Whether the whole of the request was read. */
async function pour(req: Request, parser: Busboy, total: number): Promise<boolean> {
  let bytes = 0
  const count = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > total) parser.destroy(new TooMuch())
  }
  const read = new Promise<void>((done, failed) => {
    parser.once('close', done).on('error', failed)
    req.once('error', failed)
  })
  try {
    if (Number(req.get('Content-Length') ?? 0) > total) parser.destroy(new TooMuch())
    else req.on('data', count).pipe(parser)
    await read
    return true
  } catch (error) {
    if (error instanceof TooMuch) return false
    throw error instanceof HttpError ? error : new HttpError(400, 'The form broke off', { cause: error })
  } finally {
    letPass(req.off('data', count).unpipe(parser))
    parser.destroy()
  }
}

function keep(body: Readable, path: string): Promise<void> {
  return pipeline(body, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

/**
 * Browsers read an answer only after they have sent everything: the rest of it is let pass, unless that takes
 * too long, so that people see the sentence and not a broken connection.
 */
function letPass(req: Request): void {
  req.resume()
  if (req.complete) return
  const farewell = setTimeout(() => req.destroy(), FAREWELL_MS).unref()
  req.once('close', () => clearTimeout(farewell))
}
