import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  type DetailsEdit,
  editDetails,
  keyOf,
  productsCalled,
  slugsOf,
  valuesOf,
  type WholeProduct,
  type WordedValue,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { Form } from '../platform/forms.ts'
import { changes } from './change.ts'
import { gridGiven, gridLength, gridRows } from './grid-form.ts'
import { productChange, productHead, productHere } from './product-here.ts'

const columns = ['attribute', 'value', 'german'] as const
const text = (most: number) => z.string().trim().max(most, 'shared.form.too-long').default('')
const detailsForm = z
  .object({
    version: z.coerce.number('shared.form.wrong').int().positive(),
    'accessibility-en': text(2_000),
    'accessibility-de': text(2_000),
    'seo-title-en': text(120),
    'seo-title-de': text(120),
    'seo-description-en': text(300),
    'seo-description-de': text(300),
    tags: text(1_000),
    related: text(4_000),
  })
  .catchall(z.string().max(100, 'shared.form.too-long'))

/** What a product can be chosen by, goes with and is found by: `/admin/products/:product/details`. */
export function detailsRoutes(): Router {
  const routes = Router()
  const at = '/admin/products/:product/details'
  routes.get(at, requires('edit-products'), async (req, res) => {
    const whole = await productHere(req)
    await showDetails(req, res, new Form(givenOf(whole, await valuesOf(whole.product.id)), undefined))
  })
  routes.post(
    at,
    ...changes(productChange('details-edited'), detailsForm, async (req, res, sent) => {
      if (!sent.ok) return showDetails(req, res.status(422), sent)
      const whole = await productHere(req)
      const { form, edit } = await detailsIn(sent, await valuesOf(whole.product.id))
      if (!edit) return showDetails(req, res.status(422), form)
      const outcome = await editDetails(whole.product.id, sent.value.version, edit)
      if (outcome.refused === 'unknown') throw new NotFound('product')
      if (outcome.refused)
        return showDetails(req, res.status(409), form.refuse('admin.product.changed-meanwhile'))
      notify(req, {
        key: 'admin.done.product',
        link: { key: 'admin.product.see', path: `/products/${outcome.slug}` },
      })
      res.redirect(303, req.addressTo(`/admin/products/${whole.product.id}/details`))
    }),
  )
  return routes
}

function givenOf({ product, related }: WholeProduct, values: WordedValue[]): Record<string, string> {
  const texts = {
    accessibility: product.accessibility,
    'seo-title': product.seoTitle,
    'seo-description': product.seoDescription,
  }
  return {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([name, said]) => [
        [`${name}-en`, said.en],
        [`${name}-de`, said.de ?? ''],
      ]),
    ),
    ...{ tags: product.tags.join(', '), related: related.join('\n') },
    ...(product.featured && { featured: 'yes' }),
    ...gridGiven(
      values.map(({ name, label }) => ({ attribute: name.en, value: label.en, german: label.de ?? '' })),
    ),
  }
}

/** A value that is there already keeps its key; a new one gets one of its name. */
async function detailsIn(
  form: Form<z.infer<typeof detailsForm>>,
  known: WordedValue[],
): Promise<{ form: Form<unknown>; edit?: DetailsEdit }> {
  const rows = gridRows(form, columns)
  const { tags, related, ...value } = form.value
  const names = related.split(/[\s,;]+/).filter(Boolean)
  const { productIds, unknown } = await productsCalled(names)
  const blank = rows.filter((cells) => !cells.attribute || !cells.value)
  const checked = blank.reduce<Form<unknown>>(
    (told, cells) =>
      told.refuse(
        'admin.details.value.missing',
        {},
        `${cells.attribute ? 'value' : 'attribute'}-${cells.row}`,
      ),
    unknown.length > 0
      ? form.refuse('admin.sale.goods.unknown', { names: unknown.slice(0, 10).join(', ') }, 'related')
      : form,
  )
  if (!checked.ok) return { form: checked }
  const values = rows.map((cells) => {
    const same = known.find(({ name, label }) => name.en === cells.attribute && label.en === cells.value)
    return {
      attribute: { key: same?.attribute ?? keyOf(cells.attribute), name: { en: cells.attribute } },
      key: same?.key ?? keyOf(cells.value),
      label: { en: cells.value, ...(cells.german && { de: cells.german }) },
    }
  })
  return {
    form,
    edit: {
      values,
      related: await slugsOf(productIds),
      tags: [
        ...new Set(
          tags
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
        ),
      ],
      featured: form.text('featured') === 'yes',
      accessibility: { en: value['accessibility-en'], de: value['accessibility-de'] },
      seoTitle: { en: value['seo-title-en'], de: value['seo-title-de'] },
      seoDescription: { en: value['seo-description-en'], de: value['seo-description-de'] },
    },
  }
}

async function showDetails(req: Request, res: Response, form: Form<unknown>) {
  await res.page('admin/details', {
    ...productHead(await productHere(req)),
    ...{ form, length: gridLength(form, columns) },
  })
}
