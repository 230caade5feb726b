import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import { orderNumbers } from '../orders/index.ts'
import {
  discrepancyStateOf,
  mendDiscrepancy,
  openDiscrepancies,
  setAside,
  settle,
  settledState,
} from '../payments/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form, nothing } from '../platform/forms.ts'
import { actorOf, changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'

const settleForm = z.object({
  kind: z.enum(['report', 'transfer'], 'shared.form.wrong'),
  subject: z.string('shared.form.wrong').max(300),
  note: z.string().trim().min(1, 'admin.settle.missing').max(1_000, 'shared.form.too-long'),
})

/** What was said of payments and not believed, and where books differ: `/admin/payments`. */
export function paymentRoutes(): Router {
  const routes = Router()

  routes.get('/admin/payments', requires('settle-payments'), (_req, res) => showPayments(res, blankForm()))
  routes.get('/admin/payments.csv', requires('settle-payments'), async (_req, res) => {
    const lines = (await setAside()).map(({ kind, subject, reason, amount, currency, at }) => [
      ...[kind, subject, reason, amount, currency, at.toISOString()],
    ])
    sendCsv(res, 'set-aside', csvOf(['kind', 'subject', 'reason', 'amount_minor', 'currency', 'at'], lines))
  })
  routes.post(
    '/admin/payments',
    ...changes(
      {
        ...{ right: 'settle-payments', action: 'payment-settled' },
        subject: (req) => `${sentIn(req).kind} ${sentIn(req).subject}`,
        state: (tx, req) => settledState(tx, sentIn(req).kind, sentIn(req).subject),
      },
      settleForm,
      async (req, res, form) => {
        if (!form.ok) return showPayments(res.status(422), form)
        const { note, ...which } = form.value
        if ((await settle(which, note, actorOf(req))).refused) throw new NotFound('report')
        notify(req, { key: 'admin.done.settled' })
        res.redirect(303, req.addressTo('/admin/payments'))
      },
    ),
  )
  routes.post(
    '/admin/payments/discrepancies/:discrepancy',
    ...changes(
      {
        ...{ right: 'settle-payments', action: 'discrepancy-mended' },
        subject: (req) => `discrepancy ${req.params.discrepancy}`,
        state: (tx, req) => discrepancyStateOf(tx, idIn(req)),
      },
      nothing,
      async (req, res) => {
        await mendDiscrepancy(idIn(req), actorOf(req))
        notify(req, { key: 'admin.done.mended' })
        res.redirect(303, req.addressTo('/admin/payments'))
      },
    ),
  )
  return routes
}

function sentIn(req: Request) {
  return z.object({ kind: z.string(), subject: z.string() }).parse(req.body)
}

function idIn(req: Request): number {
  return z.coerce
    .number()
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER)
    .catch(0)
    .parse(req.params.discrepancy)
}

async function showPayments(res: Response, form: Form<unknown>) {
  const [waiting, discrepancies] = await Promise.all([setAside(), openDiscrepancies()])
  const orders = await orderNumbers(discrepancies.flatMap(({ orderId }) => orderId ?? []))
  await res.page('admin/payments', { waiting, discrepancies, orders, form })
}
