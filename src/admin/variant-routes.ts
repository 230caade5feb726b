import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { addVariants, editOptions, editVariants, missingChoices } from '../catalogue/index.ts'
import { notify, requires } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { taxClasses } from '../pricing/index.ts'
import { changes } from './change.ts'
import { newVariantForm, newVariantIn, skuBeginning, skuOf } from './new-variant.ts'
import { optionEdits, optionsForm, optionsGiven } from './option-form.ts'
import { productChange, productHead, productHere } from './product-here.ts'
import { variantEdits, variantsForm, variantsGiven } from './variant-form.ts'

const MOST_AT_ONCE = 200
const missingForm = z.object({
  version: z.coerce.number('shared.form.wrong').int().positive(),
  beginning: z
    .string()
    .trim()
    .regex(/^\S.{0,60}$/, 'admin.variant.beginning.missing'),
})

/** The forms of the screen, by the name of what each sends. */
type Forms = Partial<Record<'options' | 'variants' | 'added' | 'missing', Form<unknown>>>

/** What a product can be had in: its options and its variants, `/admin/products/:product/variants`. */
export function variantRoutes(): Router {
  const routes = Router()
  const at = '/admin/products/:product/variants'

  routes.get(at, requires('edit-products'), (req, res) => showVariants(req, res))
  routes.post(
    `${at}/options`,
    ...changes(productChange('options-edited'), optionsForm, async (req, res, sent) => {
      const whole = await productHere(req)
      if (whole.product.version !== sent.value.version) return conflict(req, res, 'options', sent)
      const { form, options } = optionEdits(sent, whole)
      if (!form.ok) return showVariants(req, res.status(422), { options: form })
      const mayRetire = form.text('retire') === 'yes'
      const outcome = await editOptions(whole.product.id, sent.value.version, options, { mayRetire })
      await answer(req, res, 'options', form, outcome)
    }),
  )
  routes.post(
    at,
    ...changes(productChange('variants-edited'), variantsForm, async (req, res, sent) => {
      if (!sent.ok) return showVariants(req, res.status(422), { variants: sent })
      const whole = await productHere(req)
      if (whole.product.version !== sent.value.version) return conflict(req, res, 'variants', sent)
      const { form, edits } = variantEdits(sent, whole)
      if (!form.ok) return showVariants(req, res.status(422), { variants: form })
      await answer(
        req,
        res,
        'variants',
        form,
        await editVariants(whole.product.id, sent.value.version, edits),
      )
    }),
  )
  routes.post(
    `${at}/new`,
    ...changes(productChange('variant-added'), newVariantForm, async (req, res, form) => {
      if (!form.ok) return showVariants(req, res.status(422), { added: form })
      const whole = await productHere(req)
      const added = newVariantIn(form, whole)
      await answer(req, res, 'added', form, await addVariants(whole.product.id, form.value.version, [added]))
    }),
  )
  routes.post(
    `${at}/missing`,
    ...changes(productChange('variants-added'), missingForm, async (req, res, form) => {
      if (!form.ok) return showVariants(req, res.status(422), { missing: form })
      const whole = await productHere(req)
      const { beginning, version } = form.value
      const added = missingChoices(whole)
        .slice(0, MOST_AT_ONCE)
        .map((values) => ({ values, sku: skuOf(beginning, values) }))
      await answer(req, res, 'missing', form, await addVariants(whole.product.id, version, added))
    }),
  )
  return routes
}

type Outcome = Awaited<ReturnType<typeof editVariants>>

async function answer(req: Request, res: Response, name: keyof Forms, form: Form<unknown>, outcome: Outcome) {
  if (outcome.refused === undefined) {
    notify(req, { key: 'admin.done.variants' })
    return res.redirect(303, req.addressTo(`/admin/products/${req.params.product}/variants`))
  }
  if (outcome.refused === 'unknown') throw new NotFound('product')
  if (outcome.refused === 'changed') return conflict(req, res, name, form)
  const values = { sku: outcome.sku ?? '', skus: outcome.skus?.join(', ') ?? '' }
  const field = name === 'added' && outcome.refused === 'sku-taken' ? 'sku' : undefined
  const refused = form.refuse(`admin.variant.refused.${outcome.refused}`, values, field)
  return showVariants(req, res.status(409), { [name]: refused })
}

/** What was typed stays, beside how the product is now. */
function conflict(req: Request, res: Response, name: keyof Forms, form: Form<unknown>) {
  return showVariants(req, res.status(409), { [name]: form.refuse('admin.product.changed-meanwhile') })
}

async function showVariants(req: Request, res: Response, forms: Forms = {}) {
  const [whole, taxes] = await Promise.all([productHere(req), taxClasses()])
  const [sent] = Object.values(forms)
  await res.page('admin/variants', {
    ...productHead(whole),
    ...{ options: whole.options, variants: whole.variants, taxes },
    pictures: whole.pictures.map(({ alt }) => alt.en),
    missing: whole.options.length > 0 ? Math.min(missingChoices(whole).length, MOST_AT_ONCE) : 0,
    beginning: skuBeginning(whole),
    asksToRetire: Boolean(forms.options?.errors.some(({ key }) => key.endsWith('.retires'))),
    form: sent ?? blankForm(),
    forms: {
      options: forms.options ?? blankForm(optionsGiven(whole)),
      variants: forms.variants ?? blankForm(variantsGiven(whole)),
      added: forms.added ?? blankForm(),
      missing: forms.missing ?? blankForm(),
    },
  })
}
