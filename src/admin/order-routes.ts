import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { may, requires } from '../identity/index.ts'
import { findUnreachable } from '../notifications/index.ts'
import {
  carrierCodes,
  findOrderId,
  officeColumns,
  officeFilters,
  officeList,
  officeOrder,
  officeSorting,
} from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { csvOf, sendCsv } from './csv.ts'
import { fileAddress, pageOf, sortedPageIn, sortHeads } from './sorted-list.ts'

const PAGE = 50
const MOST_EXPORTED = 20_000
const query = z.object({
  filter: z.enum(officeFilters).catch('all'),
  text: z.string().trim().max(100).catch(''),
})

/** Orders as staff find and read them: `/admin/orders`, also as a file, and `/admin/orders/:number`. */
export function orderRoutes(): Router {
  const routes = Router()

  routes.get('/admin/orders', requires('see-orders'), async (req, res) => {
    const asked = askedIn(req)
    const { shown, next } = pageOf(req, await officeList(asked, PAGE + 1), PAGE)
    await res.page('admin/orders', {
      ...{ orders: shown, asked, filters: officeFilters, next },
      heads: sortHeads(req, officeColumns, asked.page.sorting),
      file: fileAddress(req),
    })
  })

  routes.get('/admin/orders.csv', requires('see-orders'), async (req, res) => {
    const asked = askedIn(req)
    const found = await officeList({ ...asked, page: { ...asked.page, behind: null } }, MOST_EXPORTED)
    const head = ['number', 'placed_at', 'state', 'name', 'email', 'pieces', 'payment', 'total', 'currency']
    const lines = found.map((order) => [
      ...[
        order.number,
        order.placedAt,
        order.state,
        order.name,
        order.email,
        order.pieces,
        order.paymentMethod,
      ],
      ...[order.total.amount, order.total.currency],
    ])
    sendCsv(res, 'orders', csvOf(head, lines))
  })

  routes.get('/admin/orders/:number', requires('see-orders'), (req, res) => showOrder(req, res, blankForm()))
  return routes
}

/** The page of an order; a form on it that was refused says why. */
export async function showOrder(req: Request, res: Response, form: Form<unknown>) {
  const found = await officeOrder(await orderHere(req))
  const rights = {
    ship: may(req, 'ship-orders'),
    refund: may(req, 'refund-orders'),
    decide: may(req, 'decide-returns'),
    settle: may(req, 'settle-payments'),
  }
  const isShut = (await findUnreachable(found.order.email)) !== undefined
  await res.page('admin/order', { ...found, carriers: carrierCodes, rights, isShut, form })
}

/** @throws NotFound for a number that no order has. */
export async function orderHere(req: Request): Promise<number> {
  const id = await findOrderId(String(req.params.number))
  if (id === undefined) throw new NotFound('order')
  return id
}

function askedIn(req: Request) {
  const { filter, text } = query.parse({ filter: req.query.filter, text: req.query.q })
  return { filter, text, page: sortedPageIn(req, officeColumns, officeSorting(filter)) }
}
