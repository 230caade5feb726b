import { Router } from 'express'
import { z } from 'zod'
import { consentsOf, notesOf } from '../customers/index.ts'
import {
  accessOf,
  customerOf,
  customerSorts,
  disableCustomer,
  endSignIns,
  findCustomers,
  may,
  notify,
  requires,
  signInsView,
} from '../identity/index.ts'
import { officeList, officeSorting } from '../orders/index.ts'
import { type Change, changes } from './change.ts'
import { csvOf, sendCsv } from './csv.ts'
import { customerHere, customerIdIn } from './customer-here.ts'
import { fileAddress, pageOf, sortedPageIn, sortHeads } from './sorted-list.ts'

const PAGE = 50
const MOST_EXPORTED = 50_000
const searched = z.string().trim().max(100).catch('')
const newestFirst = { column: 'since', isDescending: true } as const
const accessForm = z.object({ disabled: z.enum(['yes', 'no'], 'shared.form.wrong') })

/** Customers as staff find them: `/admin/customers`. */
export function customerRoutes(): Router {
  const routes = Router()

  routes.get('/admin/customers', requires('see-customers'), async (req, res) => {
    const text = searched.parse(req.query.q)
    const page = sortedPageIn(req, customerSorts, newestFirst)
    const { shown, next } = pageOf(req, await findCustomers(text, page, PAGE + 1), PAGE)
    await res.page('admin/customers', {
      ...{ customers: shown, text, next },
      heads: sortHeads(req, customerSorts, page.sorting),
      file: fileAddress(req),
    })
  })
  routes.get('/admin/customers.csv', requires('see-customers'), async (req, res) => {
    const { sorting } = sortedPageIn(req, customerSorts, newestFirst)
    const text = searched.parse(req.query.q)
    const found = await findCustomers(text, { sorting, behind: null }, MOST_EXPORTED)
    sendCsv(
      res,
      'customers',
      csvOf(
        ['email', 'name', 'since'],
        found.map(({ email, name, since }) => [email, name, since]),
      ),
    )
  })
  routes.get('/admin/customers/:customer', requires('see-customers'), async (req, res) => {
    const customer = await customerHere(req)
    const [signIns, consents, notes, orders] = await Promise.all([
      signInsView(customer.id),
      consentsOf(customer.visitorId),
      notesOf(customer.id),
      may(req, 'see-orders')
        ? officeList(
            { filter: 'all', text: customer.email, page: { sorting: officeSorting('all'), behind: null } },
            PAGE,
          )
        : [],
    ])
    await res.page('admin/customer', {
      ...{ customer, signIns, consents, notes, orders },
      mayNote: may(req, 'note-customers'),
      mayErase: may(req, 'erase-customers'),
      mayView: may(req, 'view-as-customers'),
    })
  })
  routes.post(
    '/admin/customers/:customer/sign-ins/end',
    ...changes(of('disable-customers', 'sign-ins-ended'), z.object({}), async (req, res) => {
      const { id } = await customerHere(req)
      await endSignIns(id, { all: true })
      notify(req, { key: 'admin.done.signed-out' })
      res.redirect(303, req.addressTo(`/admin/customers/${id}`))
    }),
  )
  routes.post(
    '/admin/customers/:customer/access',
    ...changes(of('disable-customers', 'access-changed'), accessForm, async (req, res, form) => {
      const { id } = await customerHere(req)
      if (!form.ok) return res.redirect(303, req.addressTo(`/admin/customers/${id}`))
      const isDisabled = form.value.disabled === 'yes'
      const outcome = await disableCustomer(customerOf(req)!.id, id, isDisabled)
      notify(req, { key: `admin.staff.${outcome.refused ? 'self' : isDisabled ? 'was-shut' : 'opened'}` })
      res.redirect(303, req.addressTo(`/admin/customers/${id}`))
    }),
  )
  return routes
}

function of(right: Change['right'], action: string): Change {
  return {
    ...{ right, action },
    subject: (req) => `account ${req.params.customer}`,
    state: (tx, req) => accessOf(tx, customerIdIn(req)),
  }
}
