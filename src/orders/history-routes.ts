import { Router } from 'express'
import { z } from 'zod'
import { customerOf, requiresCustomer } from '../identity/index.ts'
import { numberedPages } from '../platform/numbered-pages.ts'
import { ORDERS_A_PAGE, orderHistory } from './order-history.ts'

const query = z.object({
  text: z.string().max(100).catch(''),
  year: z.coerce.number().int().min(2000).max(2999).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** `/account/orders`: what a customer has ordered, by year and by what was in it. */
export function historyRoutes(): Router {
  const routes = Router()
  routes.get('/account/orders', requiresCustomer, async (req, res) => {
    const asked = query.parse({ text: req.query.q, year: req.query.year || null, page: req.query.page })
    const text = asked.text.replace(/\p{Cc}/gu, ' ').trim()
    const history = await orderHistory(customerOf(req)!.id, { ...asked, text })
    await res.page('orders/history', {
      ...history,
      asked: { text, year: asked.year },
      links: numberedPages(asked.page, Math.ceil(history.count / ORDERS_A_PAGE), (page) =>
        addressOf({ ...asked, page }),
      ),
    })
  })
  return routes
}

function addressOf({ text, year, page }: z.infer<typeof query>): string {
  const asked = new URLSearchParams({
    ...(text && { q: text }),
    ...(year && { year: String(year) }),
    ...(page > 1 && { page: String(page) }),
  })
  return asked.size > 0 ? `/account/orders?${asked}` : '/account/orders'
}
