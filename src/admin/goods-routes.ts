import { readFile } from 'node:fs/promises'
import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing } from '../platform/forms.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { isGoneAway } from '../platform/send-stream.ts'
import {
  beginImport,
  exportCatalogue,
  findUpload,
  keepUpload,
  lastUploads,
  sentUploadOf,
  uploadStateOf,
} from '../shopify/index.ts'
import { actorOf, changes, changesWithFile } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'

const MEGABYTES = 20
const limits = { files: 1, bytes: MEGABYTES * 1024 ** 2, total: (MEGABYTES + 1) * 1024 ** 2 }
const SHOWN = 20
const SHOWN_FAULTS = 100
const reading = { locale: z.enum(locales).catch('en'), currency: z.enum(currencies).catch('EUR') }
const uploadForm = z.object({ ...reading, key: z.uuid('shared.form.wrong') })

/** Goods as files: sent, looked at and read into the shop, `/admin/products/imports`, and written out of it. */
export function goodsRoutes(): Router {
  const routes = Router()
  const at = '/admin/products/imports'

  routes.get(at, requires('edit-products'), (_req, res) => showUploads(res, blankForm()))
  routes.post(
    at,
    ...changesWithFile(
      {
        ...{ right: 'edit-products', action: 'goods-sent', subject: () => 'file of goods' },
        state: (tx, req) => sentUploadOf(tx, z.uuid().catch(NO_KEY).parse(req.body.key)),
      },
      uploadForm,
      limits,
      async (req, res, { form, file }) => {
        const content = file ? await readFile(file.path) : Buffer.alloc(0)
        const asked = refusalOf(form, content.length)
        if (!asked.ok) return showUploads(res.status(422), asked)
        const id = await keepUpload({ ...asked.value, content, name: file!.name, actor: actorOf(req) })
        res.redirect(303, req.addressTo(`${at}/${id}`))
      },
    ),
  )
  routes.get(`${at}/:upload`, requires('edit-products'), async (req, res) => {
    const upload = await uploadHere(req)
    const view = { upload, faults: upload.faults.slice(0, SHOWN_FAULTS) }
    if (req.isHtmx) return res.fragment('admin/_upload', view)
    await res.page('admin/upload', view)
  })
  routes.get(`${at}/:upload/faults.csv`, requires('edit-products'), async (req, res) => {
    const { faults } = await uploadHere(req)
    const lines = faults.map(({ line, sentence }) => [line, sentence])
    sendCsv(res, 'faults', csvOf(['line', 'reason'], lines))
  })
  routes.post(
    `${at}/:upload`,
    ...changes(
      {
        ...{ right: 'edit-products', action: 'goods-imported' },
        subject: (req) => `file of goods ${req.params.upload}`,
        state: (tx, req) => uploadStateOf(tx, idIn(req)),
      },
      nothing,
      async (req, res) => {
        const { id } = await uploadHere(req)
        const outcome = await beginImport(id)
        if ('refused' in outcome) notify(req, { key: 'admin.goods.begun' })
        res.redirect(303, req.addressTo(`${at}/${id}`))
      },
    ),
  )
  routes.get('/admin/products/export.csv', requires('edit-products'), async (req, res) => {
    const writing = z.object(reading).parse(req.query)
    res.attachment('goods.csv').type('text/csv').set('Cache-Control', 'private, no-store')
    try {
      await exportCatalogue(res, { ...writing, headings: 'classic' })
    } catch (error) {
      if (!isGoneAway(res, error)) throw error
    }
  })
  return routes
}

const NO_KEY = '00000000-0000-4000-8000-000000000000'

function refusalOf<Value>(form: Form<Value>, bytes: number): Form<Value> {
  if (bytes === 0) return form.refuse('admin.goods.missing', {}, 'file')
  return bytes > limits.bytes ? form.refuse('admin.goods.large', { megabytes: MEGABYTES }, 'file') : form
}

function idIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.upload)
}

async function uploadHere(req: Request) {
  const upload = await findUpload(idIn(req))
  if (!upload) throw new NotFound('file')
  return upload
}

async function showUploads(res: Response, form: Form<unknown>) {
  await res.page('admin/uploads', { form, uploads: await lastUploads(SHOWN), locales, currencies })
}
