import { type Response, Router } from 'express'
import { z } from 'zod'
import { notify, ownAddress, ownerOf, rememberVisitor } from '../identity/index.ts'
import { takes } from '../platform/forms.ts'
import { translator } from '../platform/messages.ts'
import { hasAgreed, rememberAnswer } from './consent.ts'
import { sayConsent } from './say-consent.ts'

const consentForm = z.object({
  personalisation: z.enum(['yes', 'no'], 'shared.form.wrong'),
  back: z.string().max(2_000).default('/'),
})

/** `POST /consent`: the answer to the one question, from the page where it was asked. */
export function consentRoutes(): Router {
  const routes = Router()
  routes.post(
    '/consent',
    takes(consentForm, async (req, res, form) => {
      if (!form.ok) return res.redirect(303, req.addressTo('/account/privacy'))
      const isGiven = form.value.personalisation === 'yes'
      const wording = translator(req.locale)('customers.consent.personalisation')
      const owner = isGiven ? rememberVisitor(req, res) : ownerOf(req)
      // Who refuses and was never known stays unknown: no row, and no cookie but the one that spares them the question.
      if (owner && (isGiven || owner.customerId || (await hasAgreed(owner, 'personalisation')))) {
        await sayConsent(owner, { purpose: 'personalisation', isGiven, wording })
      }
      rememberAnswer(res, isGiven)
      if (req.isHtmx) return thank(res, isGiven)
      const back = ownAddress(form.value.back)
      if (back.endsWith('/account/privacy')) notify(req, { key: 'customers.privacy.saved' })
      res.redirect(303, back)
    }),
  )
  return routes
}

function thank(res: Response, isGiven: boolean) {
  return res.fragment('customers/_consent-said', { isGiven })
}
