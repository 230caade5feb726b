import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  type CategoryRefusal,
  categoryStateOf,
  categoryTree,
  editCategory,
  forgetNavigation,
  makeCategory,
  moveCategory,
  officeCategories,
  orderCategory,
  pictureCategory,
  removeCategory,
  wholeCategory,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { type MediaStore, pictureOf, type SentPicture } from '../media/index.ts'
import type { Cache } from '../platform/cache.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, Form, nothing } from '../platform/forms.ts'
import { type Change, changes, changesWithPictures } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'

const text = (most: number) => z.string().trim().max(most, 'shared.form.too-long').default('')
const version = z.coerce.number('shared.form.wrong').int().positive()
const names = {
  'name-en': text(100).refine(Boolean, 'admin.category.name.missing'),
  'name-de': text(100),
}
const parent = z.union(
  [z.literal('').transform(() => null), z.coerce.number().int().positive()],
  'shared.form.wrong',
)
const newForm = z.object({ ...names, parent })
const editForm = z.object({ version, ...names, 'description-en': text(5_000), 'description-de': text(5_000) })
const moveForm = z.object({
  parent,
  slug: text(100).refine((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), 'admin.address.wrong'),
})
const pictureForm = z.object({ version, 'alt-en': text(300), 'alt-de': text(300), gone: text(3) })
const orderForm = z.object({ to: z.enum(['up', 'down'], 'shared.form.wrong') })

/** In what order goods stand: `/admin/categories`. */
export function categoryRoutes({ media, cache }: { media: MediaStore; cache: Cache }): Router {
  const routes = Router()
  const at = '/admin/categories/:category'
  const done = async (req: Request, res: Response, key: string, path: string) => {
    await forgetNavigation(cache)
    notify(req, { key: `admin.done.category.${key}` })
    res.redirect(303, req.addressTo(path))
  }

  routes.get('/admin/categories', requires('edit-products'), async (_req, res) => {
    await res.page('admin/categories', { categories: await categoryTree() })
  })
  routes.get('/admin/categories.csv', requires('edit-products'), async (_req, res) => {
    const lines = (await categoryTree()).map(({ path, name, products }) => [path, name, products])
    sendCsv(res, 'categories', csvOf(['path', 'name', 'products'], lines))
  })
  routes.get('/admin/categories/new', requires('edit-products'), (req, res) =>
    showNew(res, blankForm({ parent: String(req.query.parent ?? '') })),
  )
  routes.post(
    '/admin/categories/new',
    ...changes(
      {
        ...{ right: 'edit-products', action: 'category-made' },
        subject: (req) => `category ${req.body['name-en']}`,
      },
      newForm,
      async (req, res, form) => {
        if (!form.ok) return showNew(res.status(422), form)
        const { parent: parentId, ...name } = form.value
        const outcome = await makeCategory({ parentId, name: { en: name['name-en'], de: name['name-de'] } })
        if (outcome.refused) return showNew(res.status(409), refusedBy(form, outcome, 'name-en'))
        await done(req, res, 'made', `/admin/categories/${outcome.id}`)
      },
    ),
  )
  routes.get(at, requires('edit-products'), (req, res) => showCategory(req, res, blankForm()))
  routes.post(
    at,
    ...changes(categoryChange('category-edited'), editForm, async (req, res, form) => {
      if (!form.ok) return showCategory(req, res.status(422), form)
      const { version, ...said } = form.value
      const outcome = await editCategory(idIn(req), version, {
        name: { en: said['name-en'], de: said['name-de'] },
        description: { en: said['description-en'], de: said['description-de'] },
      })
      if (outcome.refused) return showCategory(req, res.status(409), refusedBy(form, outcome))
      await done(req, res, 'saved', `/admin/categories/${outcome.id}`)
    }),
  )
  routes.post(
    `${at}/order`,
    ...changes(categoryChange('category-ordered'), orderForm, async (req, res, form) => {
      const outcome = form.ok ? await orderCategory(idIn(req), form.value.to) : { id: 0 }
      if (outcome.refused) throw new NotFound('category')
      await done(req, res, 'ordered', '/admin/categories')
    }),
  )
  routes.post(
    `${at}/move`,
    ...changes(categoryChange('category-moved'), moveForm, async (req, res, form) => {
      if (!form.ok) return showCategory(req, res.status(422), form)
      const { parent: parentId, slug } = form.value
      const outcome = await moveCategory({ id: idIn(req), slug, parentId })
      if (outcome.refused) return showCategory(req, res.status(409), refusedBy(form, outcome, 'slug'))
      await done(req, res, 'moved', `/admin/categories/${outcome.id}`)
    }),
  )
  routes.post(
    `${at}/picture`,
    ...changesWithPictures(
      media,
      categoryChange('category-pictured'),
      pictureForm,
      async (req, res, { form, pictures }) => {
        const isGone = form.text('gone') === 'yes'
        const { picture: hanging } = await categoryHere(req)
        const [sent] = pictures
        const worded =
          isGone || form.text('alt-en') ? form : form.refuse('admin.picture.alt.missing', {}, 'alt-en')
        const asked =
          isGone || sent || hanging ? worded : worded.refuse('admin.picture.file.missing', {}, 'files')
        if (!asked.ok) return showCategory(req, res.status(422), asked)
        const alt = { en: form.value['alt-en'], de: form.value['alt-de'] }
        const picture = isGone ? null : { alt, ...(sent && { stored: storedOf(sent) }) }
        const outcome = await pictureCategory(idIn(req), form.value.version, picture)
        if (outcome.refused) return showCategory(req, res.status(409), refusedBy(form, outcome))
        await done(req, res, 'saved', `/admin/categories/${outcome.id}`)
      },
    ),
  )
  routes.get(`${at}/removal`, requires('edit-products'), async (req, res) => {
    await res.page('admin/category-removal', { category: await categoryHere(req) })
  })
  routes.post(
    `${at}/removal`,
    ...changes(categoryChange('category-removed'), nothing, async (req, res) => {
      const outcome = await removeCategory(idIn(req))
      if (outcome.refused === 'unknown') throw new NotFound('category')
      if (outcome.refused)
        return res.status(409).page('admin/category-removal', { category: await categoryHere(req) })
      await done(req, res, 'removed', '/admin/categories')
    }),
  )
  return routes
}

function storedOf({ field: _field, ...stored }: SentPicture) {
  return stored
}

function idIn(req: Request): number {
  return z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).catch(0).parse(req.params.category)
}

async function categoryHere(req: Request) {
  const category = await wholeCategory(idIn(req))
  if (!category) throw new NotFound('category')
  return category
}

function categoryChange(action: string): Change {
  return {
    ...{ right: 'edit-products', action },
    subject: (req) => `category ${req.params.category}`,
    state: (tx, req) => categoryStateOf(tx, idIn(req)),
  }
}

type Refused = CategoryRefusal | { refused: 'within-itself' }

function refusedBy<Value>(form: Form<Value>, { refused }: Refused, field?: string): Form<Value> {
  if (refused === 'unknown') throw new NotFound('category')
  if (refused === 'changed') return form.refuse('admin.category.changed')
  return form.refuse(`admin.category.${refused}`, {}, field)
}

async function showNew(res: Response, form: Form<unknown>) {
  await res.page('admin/category-new', { form, categories: await officeCategories() })
}

/** Each of its forms finds what was typed into it; the others show how the category is. */
async function showCategory(req: Request, res: Response, form: Form<unknown>) {
  const category = await categoryHere(req)
  const { name, description, slug, parentId, picture, pictureWords } = category
  const now = {
    ...{ 'name-en': name.en, 'name-de': name.de ?? '', slug, parent: String(parentId ?? '') },
    ...{ 'description-en': description.en, 'description-de': description.de ?? '' },
    ...{ 'alt-en': pictureWords?.en ?? '', 'alt-de': pictureWords?.de ?? '' },
  }
  await res.page('admin/category', {
    ...{ category, form: new Form({ ...now, ...form.given }, undefined, form.errors) },
    picture: picture && pictureOf(picture),
    categories: (await officeCategories()).filter(({ id }) => id !== category.id),
  })
}
