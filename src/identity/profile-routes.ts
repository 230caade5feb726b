import { Router } from 'express'
import { z } from 'zod'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { locales } from '../platform/locale.ts'
import { currencies } from '../platform/money.ts'
import { customerOf } from './customer.ts'
import { notify } from './notices.ts'
import { preferencesCookie, themeOf } from './preferences.ts'
import { saveProfile } from './save-profile.ts'
import { requiresCustomer } from './signed-in.ts'

const profileForm = z.object({
  name: z
    .string('identity.name.missing')
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().min(1, 'identity.name.missing').max(100, 'shared.form.too-long')),
  locale: z.enum(locales, 'shared.form.wrong'),
  currency: z.enum(currencies, 'shared.form.wrong'),
})

/** `/account/profile`: name, language and currency. */
export function profileRoutes(): Router {
  const routes = Router()
  const pageOf = (form: Form<unknown>, email: string) => ({ form, email, locales, currencies })

  routes.get('/account/profile', requiresCustomer, async (req, res) => {
    const { name, locale, currency, email } = customerOf(req)!
    const form = blankForm({ name, locale: locale ?? req.locale, currency: currency ?? req.currency })
    await res.page('identity/profile', pageOf(form, email))
  })
  routes.post(
    '/account/profile',
    requiresCustomer,
    takes(profileForm, async (req, res, form) => {
      const { id, email } = customerOf(req)!
      if (!form.ok) return res.status(422).page('identity/profile', pageOf(form, email))
      await saveProfile(id, form.value)
      res.cookie(...preferencesCookie({ currency: form.value.currency, theme: themeOf(req) }))
      notify(req, { key: 'identity.profile.saved' })
      res.redirect(303, req.addressTo('/account/profile'))
    }),
  )
  return routes
}
