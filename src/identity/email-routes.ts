import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { config } from '../platform/config.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing, takes } from '../platform/forms.ts'
import type { RateLimits } from '../platform/rate-limit.ts'
import { askForEmail } from './ask-for-email.ts'
import { confirmEmail } from './confirm-email.ts'
import { customerOf } from './customer.ts'
import { emailChangeBy, emailChangeOf } from './email-change.ts'
import { notify } from './notices.ts'
import { requiresCustomer } from './signed-in.ts'

const emailForm = z.object({
  email: z
    .string('identity.email.missing')
    .trim()
    .pipe(
      z
        .string()
        .min(1, 'identity.email.missing')
        .max(254, 'shared.form.too-long')
        .pipe(z.email('identity.email.wrong')),
    ),
})
const ASKS = { times: 5, seconds: 3_600 }

/** `/account/email`: another address, confirmed by the old mailbox and by the new one. */
export function emailRoutes({ limits }: { limits: RateLimits }): Router {
  const routes = Router()
  const limit = limits('email-change', ASKS)

  routes.get('/account/email', requiresCustomer, (req, res) => showForm(req, res, blankForm()))
  routes.post(
    '/account/email',
    requiresCustomer,
    takes(emailForm, async (req, res, form) => {
      if (!form.ok) return showForm(req, res.status(422), form)
      const { id } = customerOf(req)!
      await limit(String(id))
      const outcome = await askForEmail(id, form.value.email)
      if (outcome.refused)
        return showForm(req, res.status(422), form.refuse('identity.email.same', {}, 'email'))
      notify(req, { key: 'identity.email.asked' })
      res.redirect(303, req.addressTo('/account/email'))
    }),
  )

  routes.get('/email-confirmations/:key', async (req, res) => {
    const change = await changeHere(req)
    await res.page('identity/email-confirmation', { email: change.email, isDone: isConfirmed(change, req) })
  })
  routes.post(
    '/email-confirmations/:key',
    takes(nothing, async (req, res) => {
      await changeHere(req)
      const outcome = await confirmEmail(String(req.params.key))
      if (outcome.refused) throw new NotFound('confirmation')
      notify(req, { key: outcome.isDone ? 'identity.email.done' : 'identity.email.half' })
      res.redirect(303, req.addressTo(outcome.isDone ? '/' : `/email-confirmations/${req.params.key}`))
    }),
  )
  return routes
}

async function changeHere(req: Request) {
  const key = z.uuid().safeParse(req.params.key)
  const change = key.success ? await emailChangeBy(key.data) : undefined
  if (!change) throw new NotFound('confirmation')
  return change
}

function isConfirmed(change: Awaited<ReturnType<typeof changeHere>>, req: Request): boolean {
  return req.params.key === change.keyAtOld ? change.isOldConfirmed : change.isNewConfirmed
}

async function showForm(req: Request, res: Response, form: Form<unknown>) {
  const { id, email } = customerOf(req)!
  const change = await emailChangeOf(id)
  await res.page('identity/email', {
    form,
    email,
    change: change ?? null,
    mayChange: config.identity.userPool !== undefined,
  })
}
