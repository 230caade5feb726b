import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { may, requires } from '../identity/index.ts'
import {
  carrierCodes,
  findOrderId,
  type OfficeFilter,
  officeFilters,
  officeList,
  officeOrder,
} from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { blankForm, type Form } from '../platform/forms.ts'
import { csvOf, sendCsv } from './csv.ts'

const PAGE = 50
const MOST_EXPORTED = 20_000
const query = z.object({
  filter: z.enum(officeFilters).catch('all'),
  text: z.string().trim().max(100).catch(''),
  before: z.coerce.number().int().positive().nullable().catch(null),
})

/** Orders as staff find and read them: `/admin/orders`, also as a file, and `/admin/orders/:number`. */
export function orderRoutes(): Router {
  const routes = Router()

  routes.get('/admin/orders', requires('see-orders'), async (req, res) => {
    const { filter, text, before } = askedIn(req)
    const found = await officeList({ filter, text, before }, PAGE + 1)
    const orders = found.slice(0, PAGE)
    const next = found.length > PAGE ? addressOf({ filter, text, before: orders.at(-1)!.id }) : null
    await res.page('admin/orders', {
      orders,
      asked: { filter, text },
      filters: officeFilters.map((name) => ({
        name,
        address: addressOf({ filter: name, text: '', before: null }),
      })),
      next,
      file: `/admin/orders.csv${addressOf({ filter, text, before: null }).slice('/admin/orders'.length)}`,
    })
  })

  routes.get('/admin/orders.csv', requires('see-orders'), async (req, res) => {
    const { filter, text } = askedIn(req)
    const found = await officeList({ filter, text, before: null }, MOST_EXPORTED)
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
  }
  await res.page('admin/order', { ...found, carriers: carrierCodes, rights, form })
}

/** @throws NotFound for a number that no order has. */
export async function orderHere(req: Request): Promise<number> {
  const id = await findOrderId(String(req.params.number))
  if (id === undefined) throw new NotFound('order')
  return id
}

function askedIn(req: Request): { filter: OfficeFilter; text: string; before: number | null } {
  return query.parse({ filter: req.query.filter, text: req.query.q, before: req.query.before || null })
}

function addressOf({
  filter,
  text,
  before,
}: {
  filter: OfficeFilter
  text: string
  before: number | null
}): string {
  const given = new URLSearchParams({
    ...(filter !== 'all' && { filter }),
    ...(text && { q: text }),
    ...(before && { before: String(before) }),
  })
  return given.size > 0 ? `/admin/orders?${given}` : '/admin/orders'
}
