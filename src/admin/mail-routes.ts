import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { notify, requires } from '../identity/index.ts'
import {
  aboutOrders,
  askToSendAgain,
  findUnreachable,
  letterOf,
  mailNames,
  mailsOfOrder,
  previewMail,
  reachAgain,
  reachableState,
  sentAgainState,
  toBeSeen,
} from '../notifications/index.ts'
import { findOrderId, officeList, officeSorting, orderView } from '../orders/index.ts'
import { NotFound } from '../platform/errors.ts'
import { locales } from '../platform/locale.ts'
import { changes } from './change.ts'

const shown = z.object({
  locale: z.enum(locales).catch('en'),
  order: z.string().trim().max(30).catch(''),
  as: z.enum(['text', 'html']).catch('text'),
})
const againForm = z.object({ key: z.string('shared.form.wrong').max(300), once: z.uuid('shared.form.wrong') })

/** What the shop writes to people: each mail in each language (`/admin/mails`), and those that an order has had. */
export function mailRoutes(): Router {
  const routes = Router()

  routes.get('/admin/mails', requires('see-orders'), async (_req, res) => {
    await res.page('admin/mails', { names: mailNames, locales })
  })
  routes.get('/admin/mails/:mail', requires('see-orders'), async (req, res) => {
    const { locale, order, as } = shown.parse(req.query)
    const name = String(req.params.mail)
    if (!mailNames.includes(name)) throw new NotFound('mail')
    const orderId = aboutOrders.includes(name) ? await orderToShow(order) : undefined
    const mail = await previewMail(name, locale, orderId)
    if (mail && as === 'html') return sendLetter(res, mail.html)
    await res.page('admin/mail', {
      name,
      locale,
      locales,
      order,
      mail: mail ?? null,
      isAboutOrder: aboutOrders.includes(name),
    })
  })
  routes.get('/admin/orders/:number/mails', requires('note-orders'), async (req, res) => {
    const { number, email } = await orderHere(req)
    const [mails, reach = null] = await Promise.all([mailsOfOrder(number), findUnreachable(email)])
    await res.page('admin/order-mails', { number, email, reach, mails })
  })
  routes.get('/admin/orders/:number/mails/letter', requires('note-orders'), async (req, res) => {
    const { id, number } = await orderHere(req)
    const key = String(req.query.key ?? '')
    const letter = key.startsWith(`order ${number} `) ? await letterOf(id, key) : undefined
    if (!letter) throw new NotFound('mail')
    sendLetter(res, toBeSeen(letter).html)
  })
  routes.post(
    '/admin/orders/:number/mails',
    ...changes(
      {
        ...{ right: 'note-orders', action: 'mail-sent-again' },
        subject: (req) => `order ${req.params.number}`,
        state: (tx, req) => sentAgainState(tx, String(req.params.number)),
      },
      againForm,
      async (req, res, form) => {
        const { id, number } = await orderHere(req)
        const { key, once } = form.ok ? form.value : { key: '', once: '' }
        const isItsOwn = key.startsWith(`order ${number} `)
        const asked = isItsOwn ? await askToSendAgain({ orderId: id, key, askedWith: once }) : undefined
        if (!asked || asked.refused === 'unknown') throw new NotFound('mail')
        notify(req, { key: asked.refused ? 'admin.reach.still' : 'admin.done.mail-again' })
        res.redirect(303, req.addressTo(`/admin/orders/${number}/mails`))
      },
    ),
  )
  routes.post(
    '/admin/orders/:number/mails/reach',
    ...changes(
      {
        ...{ right: 'note-orders', action: 'mail-reach-again' },
        subject: (req) => `order ${req.params.number}`,
        state: async (tx, req) => reachableState(tx, (await orderHere(req)).email),
      },
      z.object({}),
      async (req, res) => {
        const { number, email } = await orderHere(req)
        await reachAgain(email)
        notify(req, { key: 'admin.done.reach-again' })
        res.redirect(303, req.addressTo(`/admin/orders/${number}/mails`))
      },
    ),
  )
  return routes
}

async function orderHere(req: Request) {
  const number = String(req.params.number)
  const id = await findOrderId(number)
  if (!id) throw new NotFound('order')
  return { id, number, email: (await orderView(id)).email }
}

/** The order that was asked for, or the last one that was placed. */
async function orderToShow(number: string): Promise<number | undefined> {
  if (number) return findOrderId(number.toUpperCase())
  const [last] = await officeList(
    { filter: 'all', text: '', page: { sorting: officeSorting('all'), behind: null } },
    1,
  )
  return last?.id
}

/** A mail has its style within it, and runs and fetches nothing: it may do so, and nothing else, at its own address. */
function sendLetter(res: Response, html: string): void {
  res
    .set(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`,
    )
    .set('Cache-Control', 'private, no-store')
    .type('html')
    .send(html)
}
