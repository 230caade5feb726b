import { Router } from 'express'
import { z } from 'zod'
import { takes } from '../platform/forms.ts'
import { currencies } from '../platform/money.ts'
import type { RateLimits } from '../platform/rate-limit.ts'
import { emailRoutes } from './email-routes.ts'
import { ownAddress } from './own-address.ts'
import { preferencesCookie, themes } from './preferences.ts'
import { profileRoutes } from './profile-routes.ts'
import { signInRoutes, type Welcome } from './sign-in-routes.ts'
import { signInsRoutes } from './sign-ins-routes.ts'

const preferencesForm = z.object({
  currency: z.enum(currencies, 'shared.form.wrong'),
  theme: z.enum(themes, 'shared.form.wrong').default('system'),
  back: z.string().max(2_000).default('/'),
})

/** Signing in and out, where one is signed in, and `POST /preferences`: currency and colours, then back to the page. */
export function identityRoutes(deps: { limits: RateLimits }, welcomes: Welcome[]): Router {
  const routes = Router()
  routes.use(signInRoutes(deps, welcomes), signInsRoutes(), profileRoutes(), emailRoutes(deps))
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
