import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  addressLines,
  addressOf,
  addressShape,
  countryName,
  fieldsView,
  withAddressRules,
} from '../addresses/index.ts'
import { customerOf, notify, requiresCustomer } from '../identity/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing, takes } from '../platform/forms.ts'
import { deliveryCountries, homeCountryOf } from '../pricing/index.ts'
import { addressBook, findAddress, type KeptAddress } from './address-book.ts'
import { removeAddress, restoreAddress } from './remove-address.ts'
import { saveAddress } from './save-address.ts'

const ticked = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined)
const bookForm = withAddressRules(
  z.object({ ...addressShape, standard: ticked, step: z.string().optional() }),
)
const addressId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** The address book: `/account/addresses`. */
export function addressRoutes(): Router {
  const routes = Router()
  routes.use('/account/addresses', requiresCustomer)

  routes.get('/account/addresses', async (req, res) => {
    const { id } = customerOf(req)!
    const addresses = (await addressBook(id)).map((kept) => ({
      ...kept,
      lines: addressLines(kept.address, req.locale),
    }))
    const removed = addressId.safeParse(req.query.removed)
    await res.page('customers/addresses', { addresses, removed: removed.success ? removed.data : null })
  })

  routes.get('/account/addresses/new', async (req, res) => {
    await showForm(req, res, blankForm({ name: customerOf(req)!.name }), null)
  })
  routes.get('/account/addresses/:address', async (req, res) => {
    const kept = await keptHere(req)
    await showForm(req, res, blankForm({ ...kept.address, ...(kept.isDefault && { standard: 'yes' }) }), kept)
  })

  routes.post(
    '/account/addresses',
    takes(bookForm, async (req, res, form) => save(req, res, form, null)),
  )
  routes.post(
    '/account/addresses/:address',
    takes(bookForm, async (req, res, form) => save(req, res, form, await keptHere(req))),
  )

  routes.post(
    '/account/addresses/:address/removal',
    takes(nothing, async (req, res) => {
      const { id } = await keptHere(req)
      const outcome = await removeAddress(customerOf(req)!.id, id)
      if (outcome.refused) throw new NotFound('address')
      res.redirect(303, req.addressTo(`/account/addresses?removed=${id}`))
    }),
  )
  routes.post(
    '/account/addresses/:address/return',
    takes(nothing, async (req, res) => {
      const outcome = await restoreAddress(customerOf(req)!.id, addressId.catch(0).parse(req.params.address))
      if (outcome.refused) throw new NotFound('address')
      notify(req, { key: 'customers.addresses.restored' })
      res.redirect(303, req.addressTo('/account/addresses'))
    }),
  )
  return routes
}

async function keptHere(req: Request): Promise<KeptAddress> {
  const id = addressId.safeParse(req.params.address)
  const kept = id.success ? await findAddress(customerOf(req)!.id, id.data) : undefined
  if (!kept) throw new NotFound('address')
  return kept
}

type BookForm = z.infer<typeof bookForm>

async function save(req: Request, res: Response, form: Form<BookForm>, kept: KeptAddress | null) {
  if (form.text('step') === 'country') return showForm(req, res, blankForm(form.given), kept)
  const countries = await deliveryCountries(req.currency)
  const known = countries.includes(form.text('country'))
    ? form
    : form.refuse('addresses.country.missing', {}, 'country')
  if (!known.ok) return showForm(req, res.status(422), known, kept)
  const outcome = await saveAddress(customerOf(req)!.id, addressOf(form.value), {
    ...(kept && { id: kept.id }),
    isDefault: form.value.standard,
  })
  if (outcome.refused === 'unknown') throw new NotFound('address')
  if (outcome.refused) {
    return showForm(
      req,
      res.status(422),
      form.refuse('customers.addresses.full', { most: outcome.most }),
      kept,
    )
  }
  notify(req, { key: 'customers.addresses.saved' })
  res.redirect(303, req.addressTo('/account/addresses'))
}

async function showForm(req: Request, res: Response, form: Form<unknown>, kept: KeptAddress | null) {
  const codes = await deliveryCountries(req.currency)
  const wanted = form.text('country')
  const chosen = codes.includes(wanted) ? wanted : homeCountryOf(req.currency)
  const model = fieldsView(form, chosen)
  if (req.isHtmx && form.text('step') === 'country') return res.fragment('addresses/_fields', model)
  const countries = codes
    .map((code) => ({ code, name: countryName(code, req.locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, req.locale))
  await res.page('customers/address', { ...model, countries, id: kept?.id ?? null })
}
