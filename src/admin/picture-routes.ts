import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  addPictures,
  describePicture,
  movePicture,
  removedPictures,
  removePicture,
  restorePicture,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { type MediaStore, pictureOf } from '../media/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, Form } from '../platform/forms.ts'
import { changes, changesWithPictures } from './change.ts'
import { productChange, productHead, productHere, productIdIn } from './product-here.ts'

const text = z.string().trim().max(300, 'shared.form.too-long').default('')
const words = { 'alt-en': text.refine(Boolean, 'admin.picture.alt.missing'), 'alt-de': text }
const version = z.coerce.number('shared.form.wrong').int().positive()
const key = z.string().regex(/^[0-9a-f]{32}$/, 'shared.form.wrong')
const uploadForm = z.object({ version, ...words })
const describeForm = z.object({ version, key, ...words })
const moveForm = z.object({
  ...{ version, key },
  to: z.union([z.enum(['up', 'down']), z.coerce.number().int().nonnegative()], 'shared.form.wrong'),
})
const removeForm = z.object({ version, key })

/** What is seen of a product: `/admin/products/:product/pictures`. */
export function pictureRoutes(media: MediaStore): Router {
  const routes = Router()
  const at = '/admin/products/:product/pictures'

  routes.get(at, requires('edit-products'), (req, res) => showPictures(req, res, blankForm()))
  routes.post(
    at,
    ...changesWithPictures(
      media,
      productChange('pictures-added'),
      uploadForm,
      async (req, res, { form, pictures }) => {
        const asked =
          form.ok && pictures.length === 0 ? form.refuse('admin.picture.file.missing', {}, 'files') : form
        if (!asked.ok) return showPictures(req, res.status(422), asked)
        const { version, ...said } = form.value
        const added = pictures.map(({ field: _field, ...stored }, index) => ({
          stored,
          alt: altOf(said, index),
        }))
        await answer(req, res, form, await addPictures(productIdIn(req), version, added), 'added')
      },
    ),
  )
  routes.post(
    `${at}/describe`,
    ...changes(productChange('picture-described'), describeForm, async (req, res, form) => {
      if (!form.ok) return showPictures(req, res.status(422), form)
      const { version, key, ...said } = form.value
      await answer(
        req,
        res,
        form,
        await describePicture(productIdIn(req), version, key, altOf(said, 0)),
        'described',
      )
    }),
  )
  routes.post(
    `${at}/move`,
    ...changes(productChange('picture-moved'), moveForm, async (req, res, form) => {
      if (!form.ok) return showPictures(req, res.status(422), form)
      const { version, key, to } = form.value
      await answer(req, res, form, await movePicture(productIdIn(req), version, key, to), 'moved')
    }),
  )
  routes.post(
    `${at}/remove`,
    ...changes(productChange('picture-removed'), removeForm, async (req, res, form) => {
      if (!form.ok) return showPictures(req, res.status(422), form)
      const { version, key } = form.value
      await answer(req, res, form, await removePicture(productIdIn(req), version, key), 'removed')
    }),
  )
  routes.post(
    `${at}/restore`,
    ...changes(productChange('picture-restored'), removeForm, async (req, res, form) => {
      if (!form.ok) return showPictures(req, res.status(422), form)
      const { version, key } = form.value
      await answer(req, res, form, await restorePicture(productIdIn(req), version, key), 'restored')
    }),
  )
  return routes
}

/** Several pictures that are sent at once are told apart by a number, until somebody says more of each. */
function altOf(said: { 'alt-en': string; 'alt-de': string }, index: number) {
  const number = index > 0 ? ` (${index + 1})` : ''
  return { en: said['alt-en'] + number, de: said['alt-de'] && said['alt-de'] + number }
}

type Outcome = Awaited<ReturnType<typeof removePicture>>

async function answer(req: Request, res: Response, form: Form<unknown>, outcome: Outcome, done: string) {
  if (outcome.refused === 'unknown') throw new NotFound('picture')
  if (outcome.refused)
    return showPictures(req, res.status(409), form.refuse('admin.product.changed-meanwhile'))
  notify(req, { key: `admin.done.picture.${done}` })
  res.redirect(303, req.addressTo(`/admin/products/${req.params.product}/pictures`))
}

async function showPictures(req: Request, res: Response, form: Form<unknown>) {
  const [whole, removed] = await Promise.all([productHere(req), removedPictures(productIdIn(req))])
  const seen = ({ alt, ...stored }: (typeof removed)[number] | (typeof whole.pictures)[number]) => ({
    ...{ key: stored.key, alt },
    picture: pictureOf({ ...stored, alt: alt.en }),
  })
  const place = whole.pictures.findIndex((picture) => picture.key === form.text('key'))
  await res.page('admin/pictures', {
    ...productHead(whole),
    ...{ form: place < 0 ? form : ofPicture(form, place), upload: place < 0 ? form : blankForm() },
    pictures: whole.pictures.map((picture, place) => ({
      ...seen(picture),
      variants: whole.variants.filter((variant) => variant.picture === place).map(({ sku }) => sku),
    })),
    removed: removed.map(seen),
  })
}

/** The form with its errors at the fields of the picture that it is about. */
function ofPicture(form: Form<unknown>, place: number): Form<unknown> {
  const errors = form.errors.map((error) => ({ ...error, field: error.field && `${error.field}-${place}` }))
  return new Form(form.given, undefined, errors)
}
