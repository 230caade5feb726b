import { type Request, type Response, Router } from 'express'
import type { Store } from 'express-session'
import { z } from 'zod'
import { eraseCustomer, exportArchive, keepNote, notesStateOf, type Privacy } from '../customers/index.ts'
import { forgetSession, notify, requires } from '../identity/index.ts'
import { blankForm, type Form, nothing } from '../platform/forms.ts'
import { actorOf, type Change, changes } from './change.ts'
import { customerHere, customerIdIn } from './customer-here.ts'
import { logDeed } from './log-deed.ts'

const noteForm = z.object({
  text: z.string().trim().min(1, 'admin.note.missing').max(2_000, 'shared.form.too-long'),
  key: z.uuid('shared.form.wrong'),
})
const erasureForm = z.object({ email: z.string().trim().max(254).default('') })

/** What staff note of a customer, hand out to them, and forget: `/admin/customers/:customer/…`. */
export function customerCareRoutes({ sessionStore }: { sessionStore: Store }, privacy: Privacy): Router {
  const routes = Router()
  const at = '/admin/customers/:customer'

  routes.post(
    `${at}/notes`,
    ...changes(
      { ...of('note-customers', 'customer-noted'), state: (tx, req) => notesStateOf(tx, customerIdIn(req)) },
      noteForm,
      async (req, res, form) => {
        const { id } = await customerHere(req)
        const { text, key } = form.ok ? form.value : { text: '', key: '' }
        if (text) await keepNote(id, { text, key, actor: actorOf(req) })
        notify(req, { key: text ? 'admin.done.customer-noted' : 'admin.note.missing' })
        res.redirect(303, req.addressTo(`/admin/customers/${id}`))
      },
    ),
  )
  routes.post(
    `${at}/export`,
    ...changes(of('erase-customers', 'customer-exported'), nothing, async (req, res) => {
      const archive = await exportArchive(
        await privacy.personOf(await customerHere(req)),
        privacy.personalData,
        req,
      )
      await logDeed()
      res.attachment('customer.zip').set('Cache-Control', 'private, no-store').send(Buffer.from(archive))
    }),
  )
  routes.get(`${at}/erasure`, requires('erase-customers'), (req, res) => showErasure(req, res, blankForm()))
  routes.post(
    `${at}/erasure`,
    ...changes(of('erase-customers', 'customer-erased'), erasureForm, async (req, res, form) => {
      const customer = await customerHere(req)
      const isMeant = form.ok && form.value.email.toLowerCase() === customer.email.toLowerCase()
      const unfinished = await privacy.unfinishedOrders(customer.id)
      if (unfinished.length > 0) return showErasure(req, res.status(409), form)
      if (!isMeant)
        return showErasure(req, res.status(422), form.refuse('admin.erasure.missing', {}, 'email'))
      const sessionIds = await eraseCustomer(await privacy.personOf(customer), privacy.personalData)
      await Promise.all(sessionIds.map((id) => forgetSession(sessionStore, id)))
      notify(req, { key: 'admin.done.customer-erased' })
      res.redirect(303, req.addressTo('/admin/customers'))
    }),
  )

  async function showErasure(req: Request, res: Response, form: Form<unknown>) {
    const customer = await customerHere(req)
    const unfinished = await privacy.unfinishedOrders(customer.id)
    await res.page('admin/customer-erasure', { customer, form, unfinished })
  }
  return routes
}

/** Nothing that says who it was stays in the log: the number of the account is enough. */
function of(right: Change['right'], action: string): Change {
  return { right, action, subject: (req) => `account ${req.params.customer}` }
}
