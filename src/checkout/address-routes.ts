import { type Request, type Response, Router } from 'express'
import { addressLines, addressOf, countryName, fieldsView } from '../addresses/index.ts'
import { addressBook, findAddress, saveAddress } from '../customers/index.ts'
import { customerOf, requiresCustomer } from '../identity/index.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { deliveryCountries, homeCountryOf } from '../pricing/index.ts'
import { addressForm, contactForm, keptAddressForm } from './answer-forms.ts'
import { keepAnswers } from './answers.ts'
import type { CheckoutView } from './checkout-view.ts'
import { checkoutHere, step, stepsAt } from './current-checkout.ts'

/** Who and where: the address page asks for the e-mail too while it is not known. */
export function addressRoutes(): Router {
  const routes = Router()

  routes.get(
    '/checkout/contact',
    step('contact', (_req, res, checkout) =>
      showContact(res, checkout, blankForm({ email: checkout.answers.email ?? undefined })),
    ),
  )
  routes.post(
    '/checkout/contact',
    takes(contactForm, async (req, res, form) => {
      const checkout = await checkoutHere(req)
      if (!checkout) return res.redirect(303, req.addressTo('/basket'))
      if (!form.ok) return showContact(res.status(422), checkout, form)
      const { email, reminder } = form.value
      await keepAnswers(checkout.basket.id, { email, wantsReminder: reminder, locale: req.locale })
      res.redirect(303, req.addressTo('/checkout'))
    }),
  )

  routes.get(
    '/checkout/address',
    step('address', (req, res, checkout) =>
      showAddress(req, res, checkout, blankForm({ ...checkout.answers.address })),
    ),
  )
  routes.post(
    '/checkout/address',
    takes(addressForm, async (req, res, form) => {
      const checkout = await checkoutHere(req)
      if (!checkout) return res.redirect(303, req.addressTo('/basket'))
      if (form.text('step') === 'country') return showAddress(req, res, checkout, blankForm(form.given))
      const checked = await deliverable(req, checkout, form)
      if (!checked.ok) return showAddress(req, res.status(422), checkout, checked)
      const { email, reminder } = checked.value
      await keepAnswers(checkout.basket.id, {
        address: addressOf(checked.value),
        ...(email && { email, wantsReminder: reminder, locale: req.locale }),
      })
      const customer = customerOf(req)
      if (customer && checked.value.keep) await saveAddress(customer.id, addressOf(checked.value))
      res.redirect(303, req.addressTo('/checkout'))
    }),
  )
  routes.post(
    '/checkout/address/kept',
    requiresCustomer,
    takes(keptAddressForm, async (req, res, form) => {
      const checkout = await checkoutHere(req)
      if (!checkout) return res.redirect(303, req.addressTo('/basket'))
      const kept = form.ok ? await findAddress(customerOf(req)!.id, form.value.kept) : undefined
      if (!kept) return res.redirect(303, req.addressTo('/checkout/address'))
      await keepAnswers(checkout.basket.id, { address: kept.address })
      res.redirect(303, req.addressTo('/checkout'))
    }),
  )
  return routes
}

type AddressForm = ReturnType<typeof addressForm.parse>

/** Refuses what the schema alone cannot know: a country that we do not deliver to, an e-mail still missing. */
async function deliverable(
  req: Request,
  { answers }: CheckoutView,
  form: Form<AddressForm>,
): Promise<Form<AddressForm>> {
  const countries = await deliveryCountries(req.currency)
  const known = countries.includes(form.text('country'))
    ? form
    : form.refuse('addresses.country.missing', {}, 'country')
  const lacksEmail = !answers.email && !form.given.email && !form.errorOf('email')
  return lacksEmail ? known.refuse('checkout.email.missing', {}, 'email') : known
}

/** What a customer may choose from; undefined for a guest. */
async function keptAddresses(req: Request, { answers }: CheckoutView) {
  const customer = customerOf(req)
  if (!customer) return undefined
  const chosen = JSON.stringify(answers.address && addressOf(answers.address))
  return (await addressBook(customer.id)).map(({ id, address }) => ({
    id,
    lines: addressLines(address, req.locale),
    isChosen: JSON.stringify(addressOf(address)) === chosen,
  }))
}

async function showContact(res: Response, checkout: CheckoutView, form: Form<unknown>) {
  return res.page('checkout/contact', {
    form,
    steps: stepsAt('address', checkout),
    wantsReminder: checkout.answers.wantsReminder,
  })
}

async function showAddress(req: Request, res: Response, checkout: CheckoutView, form: Form<unknown>) {
  const codes = await deliveryCountries(req.currency)
  const country = codes.find((code) => code === form.text('country')) ?? homeCountryOf(req.currency)
  const countries = codes
    .map((code) => ({ code, name: countryName(code, req.locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, req.locale))
  const model = {
    ...fieldsView(form, country),
    asksEmail: !checkout.answers.email,
    kept: await keptAddresses(req, checkout),
    countries,
    steps: stepsAt('address', checkout),
    basket: checkout.basket,
  }
  return req.isHtmx && form.text('step') === 'country'
    ? res.fragment('addresses/_fields', { form: model.form, country: model.country })
    : res.page('checkout/address', model)
}
