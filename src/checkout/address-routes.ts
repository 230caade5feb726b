import { type Request, type Response, Router } from 'express'
import { type Address, countryName } from '../orders/index.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { deliveryCountries, homeCountryOf } from '../pricing/index.ts'
import { addressForm, contactForm } from './answer-forms.ts'
import { keepAnswers } from './answers.ts'
import type { CheckoutView } from './checkout-view.ts'
import { rulesOf, tidyPostcode } from './countries.ts'
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
      const { email, reminder, step: _step, ...typed } = checked.value
      const address: Address = { ...typed, postcode: tidyPostcode(typed.postcode, typed.country) }
      await keepAnswers(checkout.basket.id, {
        address,
        ...(email && { email, wantsReminder: reminder, locale: req.locale }),
      })
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
    : form.refuse('checkout.country.missing', {}, 'country')
  const lacksEmail = !answers.email && !form.given.email && !form.errorOf('email')
  return lacksEmail ? known.refuse('checkout.email.missing', {}, 'email') : known
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
  const { example, region, regions = {}, postcodeIsOptional } = rulesOf(country)
  const model = {
    form: form.explain({ example, region }),
    asksEmail: !checkout.answers.email,
    countries,
    country: { code: country, example, region, regions, postcodeIsOptional: Boolean(postcodeIsOptional) },
    steps: stepsAt('address', checkout),
    basket: checkout.basket,
  }
  return req.isHtmx && form.text('step') === 'country'
    ? res.fragment('checkout/_address-fields', { form: model.form, country: model.country })
    : res.page('checkout/address', model)
}
