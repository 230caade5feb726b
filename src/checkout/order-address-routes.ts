import { type Response, Router } from 'express'
import { type Address, addressOf, fieldsView, rulesOf } from '../addresses/index.ts'
import { notify } from '../identity/index.ts'
import { changeAddress, orderAddress, ownOrder } from '../orders/index.ts'
import { blankForm, type Form, takes } from '../platform/forms.ts'
import { addressForm } from './answer-forms.ts'

/** Sending an order that was placed to another address: the checkout's fields, for the country that it was priced for. */
export function orderAddressRoutes(): Router {
  const routes = Router()

  routes.get('/orders/:number/address', async (req, res) => {
    const order = await orderAddress(await ownOrder(req))
    await showForm(res, order, blankForm({ ...order.address }))
  })

  routes.post(
    '/orders/:number/address',
    takes(addressForm, async (req, res, form) => {
      const orderId = await ownOrder(req)
      const order = await orderAddress(orderId)
      if (!form.ok) return showForm(res.status(422), order, form)
      const outcome = await changeAddress(orderId, addressOf(form.value), 'shopper')
      if (outcome.refused) {
        return showForm(res.status(409), order, form.refuse(outcome.sentence, outcome.values))
      }
      notify(req, { key: 'orders.address.done' })
      res.redirect(303, req.addressTo(`/orders/${order.number}`))
    }),
  )
  return routes
}

async function showForm(
  res: Response,
  { number, address, mayChange }: { number: string; address: Address; mayChange: boolean },
  form: Form<unknown>,
) {
  await res.page('orders/address', {
    number,
    mayChange,
    region: rulesOf(address.country).regions?.[address.region] ?? address.region,
    ...fieldsView(form, address.country),
  })
}
