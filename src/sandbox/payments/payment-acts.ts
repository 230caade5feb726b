import { type Request, type Response, Router } from 'express'
import { sendNotice } from '../pages.ts'
import { closeDispute, openDispute } from './disputes.ts'
import { ApiError } from './errors.ts'
import type { Charge } from './objects.ts'
import type { Provider } from './provider.ts'
import { createRefund, failRefund } from './refunds.ts'

/** What the shop's staff do in the provider's dashboard, and what cardholders and banks do: at the press of a button. */
export function paymentActs(provider: Provider): Router {
  const routes = Router()

  const act = (work: (req: Request) => void) => (req: Request, res: Response) => {
    try {
      provider.database.transaction(() => work(req))
      res.redirect(303, `/payments#${encodeURIComponent(String(req.body.session ?? ''))}`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const link = { address: '/payments', text: 'To the payments' }
      const notice = { heading: 'That did not work', text: error.message, link }
      sendNotice(res, notice, { status: error.status })
    }
  }

  routes.post(
    '/:charge/refunds',
    act((req) => {
      const amount = String(req.body.amount ?? '')
      createRefund(provider, { charge: String(req.params.charge), ...(amount && { amount }) })
    }),
  )
  routes.post(
    '/refunds/:id/failure',
    act((req) => void failRefund(provider, provider.objects.get('refund', String(req.params.id), 'id'))),
  )
  routes.post(
    '/:charge/disputes',
    act((req) => void openDispute(provider, chargeOf(req))),
  )
  routes.post(
    '/disputes/:id/decision',
    act((req) => {
      const dispute = provider.objects.get('dispute', String(req.params.id), 'id')
      closeDispute(provider, dispute, req.body.decision === 'won' ? 'won' : 'lost')
    }),
  )

  const chargeOf = (req: Request): Charge => provider.objects.get('charge', String(req.params.charge), 'id')
  return routes
}
