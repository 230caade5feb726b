import { Router } from 'express'
import { z } from 'zod'
import { takes } from '../platform/forms.ts'
import { currencies } from '../platform/money.ts'
import { preferencesCookie, themes } from './preferences.ts'

const preferencesForm = z.object({
  currency: z.enum(currencies, 'shared.form.wrong'),
  theme: z.enum(themes, 'shared.form.wrong').default('system'),
  back: z.string().max(2_000).default('/'),
})

/** `POST /preferences`: currency and colours, then back to the page. */
export function identityRoutes(): Router {
  const routes = Router()
  routes.post(
    '/preferences',
    takes(preferencesForm, async (_req, res, form) => {
      if (!form.ok) return res.redirect(303, '/')
      res.cookie(...preferencesCookie(form.value))
      res.redirect(303, ownAddress(form.value.back))
    }),
  )
  return routes
}

/** An address within the shop, whatever was asked for. */
function ownAddress(asked: string): string {
  const base = 'http://shop.invalid'
  const address = URL.canParse(asked, base) ? new URL(asked, base) : undefined
  if (address?.origin !== base || !asked.startsWith('/')) return '/'
  return `/${address.pathname.replace(/^\/+/, '')}${address.search}`
}
