import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  attributeStateOf,
  editAttribute,
  mergeValues,
  officeAttribute,
  officeAttributes,
  type WholeAttribute,
} from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { fingerprintOf } from '../platform/fingerprint.ts'
import { Form } from '../platform/forms.ts'
import { inLocale } from '../platform/locale.ts'
import { type Change, changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { named, namesIn } from './rule-fields.ts'
import { sortedHere } from './sorted-list.ts'

const attributeForm = z
  .object({
    seen: z.string().max(60),
    ...named,
    unit: z.string().trim().max(20, 'shared.form.too-long').default(''),
  })
  .catchall(z.string().max(100, 'shared.form.too-long'))
const id = z.coerce.number('shared.form.wrong').int().positive('shared.form.wrong')
const mergeForm = z.object({ from: id, into: id })
/** What goods have in common: `/admin/attributes`. */
export function attributeRoutes(): Router {
  const routes = Router()
  const at = '/admin/attributes/:attribute'

  routes.get('/admin/attributes', requires('edit-products'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await officeAttributes(),
      {
        name: ({ name }) => inLocale(name, req.locale),
        values: ({ values }) => values,
        products: ({ products }) => products,
      },
      { column: 'name', isDescending: false },
    )
    await res.page('admin/attributes', { attributes: shown, heads })
  })
  routes.get('/admin/attributes.csv', requires('edit-products'), async (_req, res) => {
    const lines = (await officeAttributes()).map(({ key, name, kind, unit, values, products }) => [
      key,
      name.en,
      kind,
      unit,
      values,
      products,
    ])
    sendCsv(res, 'attributes', csvOf(['key', 'name', 'kind', 'unit', 'values', 'products'], lines))
  })
  routes.get(at, requires('edit-products'), async (req, res) => {
    const attribute = await attributeHere(req)
    await showAttribute(res, attribute, new Form(givenOf(attribute), undefined))
  })
  routes.post(
    at,
    ...changes(attributeChange('attribute-edited'), attributeForm, async (req, res, form) => {
      const attribute = await attributeHere(req)
      const values = attribute.values.filter(({ id }) => form.text(`gone-${id}`) !== 'yes')
      const blank = values.filter(({ id }) => !form.text(`label-${id}-en`).trim())
      const asked = blank.reduce(
        (told, { id }) => told.refuse('admin.attribute.label.missing', {}, `label-${id}-en`),
        form,
      )
      if (!asked.ok) return showAttribute(res.status(422), attribute, asked)
      const { seen, unit } = form.value
      const outcome = await editAttribute(attribute.id, (now) => seenOf(now) === seen, {
        ...{ name: namesIn(form.value), unit, isFacet: form.text('facet') === 'yes' },
        values: values.map(({ id }) => ({
          id,
          label: { en: form.text(`label-${id}-en`).trim(), de: form.text(`label-${id}-de`).trim() },
        })),
      })
      if (outcome.refused)
        return showAttribute(
          res.status(409),
          await attributeHere(req),
          form.refuse('admin.attribute.changed'),
        )
      notify(req, { key: 'admin.done.attribute' })
      res.redirect(303, req.addressTo(`/admin/attributes/${attribute.id}`))
    }),
  )
  routes.post(
    `${at}/merge`,
    ...changes(attributeChange('values-merged'), mergeForm, async (req, res, form) => {
      const attribute = await attributeHere(req)
      const outcome = form.ok
        ? await mergeValues(attribute.id, form.value.from, form.value.into)
        : { refused: 'unknown' }
      if (outcome.refused) {
        return showAttribute(
          res.status(422),
          attribute,
          new Form({ ...givenOf(attribute), ...form.given }, undefined).refuse(
            'admin.attribute.merge.wrong',
            {},
            'into',
          ),
        )
      }
      notify(req, { key: 'admin.done.attribute' })
      res.redirect(303, req.addressTo(`/admin/attributes/${attribute.id}`))
    }),
  )
  return routes
}

function idIn(req: Request): number {
  return z.coerce.number().int().positive().max(2_147_483_647).catch(0).parse(req.params.attribute)
}

async function attributeHere(req: Request) {
  const attribute = await officeAttribute(idIn(req))
  if (!attribute) throw new NotFound('attribute')
  return attribute
}

function attributeChange(action: string): Change {
  return {
    ...{ right: 'edit-products', action },
    subject: (req) => `attribute ${req.params.attribute}`,
    state: (tx, req) => attributeStateOf(tx, idIn(req)),
  }
}

/** Says how an attribute was when somebody saw it; how many products have it may change meanwhile. */
function seenOf({ name, unit, isFacet, values }: WholeAttribute): string {
  return fingerprintOf([name, unit, isFacet, values.map(({ id, label }) => [id, label])])
}

function givenOf({ name, unit, isFacet, values }: WholeAttribute): Record<string, string> {
  const labels = values.flatMap(({ id, label }) => [
    [`label-${id}-en`, label.en],
    [`label-${id}-de`, label.de ?? ''],
  ])
  return {
    ...Object.fromEntries(labels),
    ...{ 'name-en': name.en, 'name-de': name.de ?? '', unit },
    ...(isFacet && { facet: 'yes' }),
  }
}

async function showAttribute(res: Response, attribute: WholeAttribute, form: Form<unknown>) {
  await res.page('admin/attribute', { attribute, form, seen: seenOf(attribute) })
}
