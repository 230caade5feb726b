import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import { Form, parseForm } from '../platform/forms.ts'
import { receiveUpload, type SentFile } from '../platform/receive-upload.ts'
import type { MediaStore } from './media-store.ts'
import { mostPixels, PICTURE_BYTES } from './photograph.ts'
import { formatOf, isNamedAs } from './picture-format.ts'
import { type StoredPicture, storePhotograph } from './store-picture.ts'

/** A picture that was sent, and the name of the field that it was sent in. */
export type SentPicture = StoredPicture & { field: string }

type UploadHandler<Value> = (
  req: Request,
  res: Response,
  sent: { form: Form<Value>; pictures: SentPicture[] },
  next: NextFunction,
) => Promise<unknown>

const limits = { files: 10, bytes: PICTURE_BYTES, total: 3 * PICTURE_BYTES }

/**
 * A handler of a form with pictures (`multipart/form-data`): like `takes`, and the pictures are in the store when
 * it is asked. A file that is refused is an error of its field. Nothing is stored of a form that has other errors.
 */
export function takesUpload<Schema extends z.ZodObject>(
  media: MediaStore,
  schema: Schema,
  handle: UploadHandler<z.infer<Schema>>,
): RequestHandler {
  const handler: RequestHandler = async (req, res, next) => {
    const folder = await mkdtemp(join(tmpdir(), 'upload-'))
    try {
      const { isWhole, fields, files, errors } = await receiveUpload(req, folder, limits)
      const read = isWhole ? parseForm(schema, fields) : new Form<z.infer<Schema>>(fields, undefined)
      const form = errors.reduce((sofar, { key, values }) => sofar.refuse(key, values), read)
      await handle(req, res, await storeFiles(media, form, files), next)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return Object.assign(handler, { schema })
}

async function storeFiles<Value>(media: MediaStore, form: Form<Value>, files: SentFile[]) {
  if (!form.ok) return { form, pictures: [] }
  const pictures: SentPicture[] = []
  let refused = form
  for (const file of files) {
    const outcome = await storeFile(media, file)
    if (outcome.refused) refused = refused.refuse(outcome.refused, outcome.values, file.field)
    else pictures.push({ ...outcome.picture, field: file.field })
  }
  return { form: refused, pictures: refused.ok ? pictures : [] }
}

/** What a file is must be what it is called: who sends something else has made a mistake, or means harm. */
async function storeFile(media: MediaStore, { path, name, type }: SentFile) {
  const master = await readFile(path)
  const format = formatOf(master)
  if (format && master.length <= PICTURE_BYTES && !isNamedAs(format, { name, type }))
    return { refused: 'media.upload.misnamed' as const, values: { name, format: format.toUpperCase() } }
  const outcome = await storePhotograph(media, master)
  if (!outcome.refused) return { refused: undefined, picture: outcome.picture }
  const most = { megabytes: PICTURE_BYTES / 1024 ** 2, megapixels: format && mostPixels(format) / 1_000_000 }
  return { refused: `media.upload.${outcome.refused}` as const, values: { name, ...most } }
}
