import { type Request, Router } from 'express'
import { z } from 'zod'
import { accessOf, customerOf, disableCustomer, may, notify, requires, staffView } from '../identity/index.ts'
import type { Transaction } from '../platform/database.ts'
import { NotFound } from '../platform/errors.ts'
import { changes } from './change.ts'
import { sortedHere } from './sorted-list.ts'

const accessForm = z.object({ disabled: z.enum(['yes', 'no'], 'shared.form.wrong') })
const staffId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** Who works here, and shutting somebody out at once: `/admin/staff`. */
export function staffRoutes(): Router {
  const routes = Router()
  routes.get('/admin/staff', requires('see-staff'), async (req, res) => {
    const { shown, heads } = sortedHere(
      req,
      await staffView(),
      { who: ({ name, email }) => name || email, seen: ({ seenAt }) => seenAt },
      { column: 'who', isDescending: false },
    )
    await res.page('admin/staff', {
      ...{ staff: shown, heads },
      self: customerOf(req)!.id,
      mayDisable: may(req, 'disable-staff'),
    })
  })
  routes.post(
    '/admin/staff/:staff/access',
    ...changes(
      { right: 'disable-staff', action: 'staff-access', subject, state },
      accessForm,
      async (req, res, form) => {
        const id = staffId.safeParse(req.params.staff)
        if (!id.success || !form.ok) throw new NotFound('account')
        const isDisabled = form.value.disabled === 'yes'
        const { id: actorId } = customerOf(req)!
        const outcome = await disableCustomer(actorId, id.data, isDisabled)
        if (outcome.refused === 'unknown') throw new NotFound('account')
        const done = outcome.refused ? 'self' : isDisabled ? 'was-shut' : 'opened'
        notify(req, { key: `admin.staff.${done}` })
        res.redirect(303, req.addressTo('/admin/staff'))
      },
    ),
  )
  return routes
}

const subject = (req: Request) => `account ${req.params.staff}`

async function state(tx: Transaction, req: Request): Promise<object | undefined> {
  const id = staffId.safeParse(req.params.staff)
  return id.success ? accessOf(tx, id.data) : undefined
}
