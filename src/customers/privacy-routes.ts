import { type Request, type Response, Router } from 'express'
import type { Store } from 'express-session'
import { z } from 'zod'
import { answerIn, customerOf, forgetSession, notify, ownerOf, requiresCustomer } from '../identity/index.ts'
import { blankForm, type Form, nothing, takes } from '../platform/forms.ts'
import { logger } from '../platform/logger.ts'
import { translator } from '../platform/messages.ts'
import type { RateLimits } from '../platform/rate-limit.ts'
import { endSession } from '../platform/sessions.ts'
import { hasAgreed } from './consent.ts'
import { eraseCustomer } from './erase-customer.ts'
import { exportArchive } from './export-archive.ts'
import type { Privacy } from './privacy.ts'
import { sayConsent } from './say-consent.ts'

const marketingForm = z.object({ marketing: z.enum(['yes', 'no'], 'shared.form.wrong') })
const erasureForm = z.object({ email: z.string('customers.erasure.missing').trim().max(254) })
const EXPORTS = { times: 10, seconds: 3_600 }

interface Deps {
  limits: RateLimits
  sessionStore: Store
}

/** `/account/privacy`: what somebody has agreed to, all that is kept of them, and how to be forgotten. */
export function privacyRoutes({ limits, sessionStore }: Deps, privacy: Privacy): Router {
  const routes = Router()
  const limit = limits('export', EXPORTS)

  routes.get('/account/privacy', async (req, res) => {
    const owner = ownerOf(req)
    await res.page('customers/privacy', {
      personalisation: owner ? await hasAgreed(owner, 'personalisation') : answerIn(req) === 'yes',
      marketing: customerOf(req) ? await hasAgreed(owner, 'marketing') : null,
    })
  })

  routes.post(
    '/account/privacy/marketing',
    requiresCustomer,
    takes(marketingForm, async (req, res, form) => {
      if (!form.ok) return res.redirect(303, req.addressTo('/account/privacy'))
      const isGiven = form.value.marketing === 'yes'
      const wording = translator(req.locale)('customers.consent.marketing')
      await sayConsent(ownerOf(req)!, { purpose: 'marketing', isGiven, wording })
      notify(req, { key: 'customers.privacy.saved' })
      res.redirect(303, req.addressTo('/account/privacy'))
    }),
  )

  routes.post(
    '/account/privacy/export',
    requiresCustomer,
    takes(nothing, async (req, res) => {
      const customer = customerOf(req)!
      await limit(String(customer.id))
      const archive = await exportArchive(await privacy.personOf(customer), privacy.personalData, req)
      res.attachment('purveyor.zip').set('Cache-Control', 'private, no-store').send(Buffer.from(archive))
    }),
  )

  routes.get('/account/privacy/erasure', requiresCustomer, (req, res) => showErasure(req, res, blankForm()))
  routes.post(
    '/account/privacy/erasure',
    requiresCustomer,
    takes(erasureForm, async (req, res, form) => {
      const customer = customerOf(req)!
      const isMeant = form.ok && form.value.email.toLowerCase() === customer.email.toLowerCase()
      const unfinished = await privacy.unfinishedOrders(customer.id)
      if (!isMeant || unfinished.length > 0) {
        const refused = isMeant ? form : form.refuse('customers.erasure.missing', {}, 'email')
        return showErasure(req, res.status(422), refused)
      }
      const sessionIds = await eraseCustomer(await privacy.personOf(customer), privacy.personalData)
      logger.info({ reference: req.id, customerId: customer.id }, 'a customer was erased')
      await Promise.all(sessionIds.map((id) => forgetSession(sessionStore, id)))
      await endSession(req)
      res.clearCookie('personalisation', { path: '/' })
      notify(req, { key: 'customers.erasure.done' })
      res.redirect(303, req.addressTo('/'))
    }),
  )

  async function showErasure(req: Request, res: Response, form: Form<unknown>) {
    const { id, email } = customerOf(req)!
    await res.page('customers/erasure', { form, email, unfinished: await privacy.unfinishedOrders(id) })
  }
  return routes
}
