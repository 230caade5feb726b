import { Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../platform/errors.ts'
import { nothing, takes } from '../platform/forms.ts'
import { customerOf } from './customer.ts'
import { endSignIns } from './end-sign-ins.ts'
import { notify } from './notices.ts'
import { signInsView } from './sign-ins-view.ts'
import { requiresCustomer } from './signed-in.ts'

/** `/account/sign-ins`: where one is signed in, and how to end it there or everywhere. */
export function signInsRoutes(): Router {
  const routes = Router()
  routes.get('/account/sign-ins', requiresCustomer, async (req, res) => {
    const { id, signInId } = customerOf(req)!
    await res.page('identity/sign-ins', { signIns: await signInsView(id), current: signInId })
  })
  routes.post(
    '/account/sign-ins/:signIn/end',
    requiresCustomer,
    takes(nothing, async (req, res) => {
      const signIn = z.uuid().safeParse(req.params.signIn)
      const { id } = customerOf(req)!
      if (!signIn.success || !(await endSignIns(id, { only: signIn.data }))) throw new NotFound('sign-in')
      notify(req, { key: 'identity.sign-ins.ended' })
      res.redirect(303, req.addressTo('/account/sign-ins'))
    }),
  )
  routes.post(
    '/account/sign-ins/end',
    requiresCustomer,
    takes(nothing, async (req, res) => {
      const { id, signInId } = customerOf(req)!
      await endSignIns(id, { others: signInId })
      notify(req, { key: 'identity.sign-ins.all-ended' })
      res.redirect(303, req.addressTo('/account/sign-ins'))
    }),
  )
  return routes
}
