import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { type Form, parseForm } from './forms.ts'
import { receiveUpload, type SentFile, type UploadLimits } from './receive-upload.ts'

/** The field in which a list is typed, or put from a file. */
export const LIST = 'list'

const limits = { files: 1, bytes: 2_000_000, total: 5_000_000 }

type ListHandler<Value> = (req: Request, res: Response, form: Form<Value>) => Promise<unknown>
type FileHandler<Value> = (
  req: Request,
  res: Response,
  sent: { form: Form<Value>; file: SentFile | undefined },
) => Promise<unknown>

/** A handler of a form with one file, which lies there until the handler has ended. */
export function takesFile<Schema extends z.ZodObject>(
  schema: Schema,
  limits: UploadLimits,
  handle: FileHandler<z.infer<Schema>>,
  typedWith: (file: SentFile) => Promise<Record<string, string>> = async () => ({}),
): RequestHandler {
  const handler: RequestHandler = async (req, res) => {
    const folder = await mkdtemp(join(tmpdir(), 'list-'))
    try {
      const { fields, files, errors } = await receiveUpload(req, folder, limits)
      const [file] = files
      const form = errors.reduce(
        (told, { key, values }) => told.refuse(key, values, 'file'),
        parseForm(schema, file ? { ...fields, ...(await typedWith(file)) } : fields),
      )
      req.body = fields
      await handle(req, res, { form, file })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return Object.assign(handler, { schema })
}

/**
 * A handler of a form with a list, as a file (UTF-8, or as Windows writes it) or as it is typed: the text of the file
 * stands in the field `list` as if somebody had typed it.
 */
export function takesList<Schema extends z.ZodObject>(
  schema: Schema,
  handle: ListHandler<z.infer<Schema>>,
): RequestHandler {
  return takesFile(
    schema,
    limits,
    (req, res, { form }) => handle(req, res, form),
    async ({ path }) => ({ [LIST]: textOf(await readFile(path)) }),
  )
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
