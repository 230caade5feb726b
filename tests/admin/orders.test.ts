import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestReturn } from '../../src/orders/index.ts'
import { row, rows } from '../../src/platform/database.ts'
import { bought, done, placed } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'
import type { Shopper } from '../support/shopper.ts'
import { logged, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
let staff: Shopper
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(async () => {
  await openShop()
  staff = await office.staff()
})
afterAll(() => office.close())

const stateOf = async (number: string) =>
  (await row<{ state: string }>('select state from orders.orders where number = $number', { number }))!.state

describe('staff work on an order without script', () => {
  test('they send it in two parcels, which arrive; every step is logged with how it was before and after', async () => {
    const order = await bought({ mug: 3 })
    const page = await staff.gets(`/admin/orders/${order.number}`)
    const packed = await staff.presses(page, 'Pack it', { 'quantity-0': 2, tracking: '00340434161094' })
    expect(packed.alert()).toContain('The parcel is packed')
    const sent = await staff.presses(packed, 'Has left the house')
    expect(await stateOf(order.number)).toBe('partly_shipped')
    const rest = await staff.presses(sent, 'Pack it')
    await staff.presses(rest, 'Has left the house')
    expect(await stateOf(order.number)).toBe('shipped')
    for (const parcel of [1, 2]) {
      await staff.posts(`/admin/orders/${order.number}/shipments/${parcel}`, { to: 'delivered' })
    }
    expect(await stateOf(order.number)).toBe('delivered')

    const log = await logged()
    expect(log.map(({ action }) => action)).toEqual([
      ...['parcel-packed', 'parcel-moved', 'parcel-packed', 'parcel-moved', 'parcel-moved', 'parcel-moved'],
    ])
    expect(log[1]).toMatchObject({
      actor: 'staff:admin@example.com',
      subject: order.number,
      before: { state: 'paid', parcels: { 1: 'preparing' } },
      after: { state: 'partly_shipped', parcels: { 1: 'shipped' } },
    })
  })

  test('they are told what to fetch for all orders together, and no more once it is packed', async () => {
    const first = await bought({ mug: 3, bowl: 1 })
    const second = await bought({ mug: 2 })
    const lines = async () => {
      const page = await staff.gets('/admin/orders/picking?sort=sku')
      return page
        .$('tbody tr')
        .toArray()
        .map((line) => page.$(line).text().replace(/\s+/g, ' ').trim())
    }
    expect(await lines()).toEqual([
      expect.stringMatching(new RegExp(`BOWL.*1${first.number}$`)),
      expect.stringMatching(new RegExp(`MUG.*5${first.number} \\(3\\), ${second.number} \\(2\\)$`)),
    ])
    await staff.presses(await staff.gets(`/admin/orders/${first.number}`), 'Pack it')
    expect(await lines()).toEqual([expect.stringMatching(new RegExp(`MUG.*2${second.number}$`))])
    const file = (await staff.gets('/admin/orders/picking.csv')).html
    expect(file.split('\n')[1]).toContain(second.number)
    await staff.presses(await staff.gets(`/admin/orders/${second.number}`), 'Pack it')
    expect((await staff.gets('/admin/orders/picking')).$('.empty').text()).toContain(
      'Nothing is to be fetched',
    )
  })

  test('the same form sent eight times packs one parcel, and is logged once', async () => {
    const order = await bought({ mug: 3 })
    const fields = { 'quantity-0': 1, carrier: 'dhl', tracking: '', key: crypto.randomUUID() }
    await Promise.all(
      Array.from({ length: 8 }, () => staff.posts(`/admin/orders/${order.number}/shipments`, fields)),
    )
    expect(await rows('select from orders.shipments')).toHaveLength(1)
    expect(await logged()).toHaveLength(1)
  })

  test('more than is left is refused with a sentence, keeps what was typed and is not logged', async () => {
    const order = await bought({ mug: 2 })
    const page = await staff.gets(`/admin/orders/${order.number}`)
    const refused = await staff.presses(page, 'Pack it', { 'quantity-0': 5, tracking: 'AB12' })
    expect(refused.status).toBe(409)
    expect(refused.alert()).toContain('Only 2 of Oat mug are left to send')
    expect(refused.$('#tracking').attr('value')).toBe('AB12')
    expect(await logged()).toEqual([])
  })

  test('a refund is worked out first, and pays when its sum is confirmed, once', async () => {
    const order = await bought({ mug: 2, bowl: 1 })
    const form = await staff.gets(`/admin/orders/${order.number}/refund`)
    const computed = await staff.presses(form, 'Work out the sum', { 'quantity-0': 1 })
    expect(computed.alert()).toContain('€24.00')
    expect(await rows('select from payments.refunds')).toEqual([])
    const twice = [1, 2].map(() => staff.presses(computed, 'Refund €24.00'))
    for (const page of await Promise.all(twice))
      expect(page.address).toContain(`/admin/orders/${order.number}`)
    expect(await rows('select amount from payments.refunds')).toEqual([{ amount: 2400 }])
    const tooMuch = await staff.presses(computed, 'Work out the sum', {
      'quantity-0': 0,
      goodwill: '9999.99',
    })
    expect(tooMuch.alert()).toContain('more than is left')
    expect((await logged()).map(({ action }) => action)).toEqual(['order-refunded'])
  })

  test('an invoice is marked as paid by a line of the bank, and a wrong amount is kept and told', async () => {
    const order = await placed({ mug: 1 }, { method: 'invoice' })
    const page = await staff.gets(`/admin/orders/${order.number}`)
    const short = await staff.presses(page, 'Mark as paid', { amount: '1.00', reference: 'line-1' })
    expect(short.alert()).toContain('less than the order comes to')
    const paid = await staff.presses(page, 'Mark as paid', { reference: 'line-2' })
    expect(paid.alert()).toContain('The order is paid')
    expect(await stateOf(order.number)).toBe('paid')
  })

  test('it is cancelled, noted, and its return is decided and taken in', async () => {
    const [cancelled, returned] = [await bought({ bowl: 1 }), await bought({ mug: 2 })]
    const page = await staff.gets(`/admin/orders/${cancelled.number}`)
    await staff.presses(page, 'Cancel order')
    expect(await stateOf(cancelled.number)).toBe('cancelled')
    const noted = await staff.presses(page, 'Keep the note', { note: 'They <b>called</b>.' })
    expect(noted.$('.timeline').text()).toContain('They <b>called</b>.')

    const at = `/admin/orders/${returned.number}`
    await staff.presses(await staff.gets(at), 'Pack it')
    await staff.posts(`${at}/shipments/1`, { to: 'shipped' })
    const asked = {
      lines: [{ position: 0, quantity: 2 }],
      reason: 'damaged' as const,
      comment: 'Cracked',
      key: crypto.randomUUID(),
    }
    await done(requestReturn(returned.id, asked, 'shopper'))
    expect((await staff.gets('/admin/returns')).$('main').text()).toContain(returned.number)
    const reasonless = await staff.presses(await staff.gets(at), 'Decline')
    expect(reasonless.alert()).toContain('Say why')
    const approved = await staff.presses(await staff.gets(at), 'Approve')
    const received = await staff.presses(approved, 'Take it in', { 'quantity-0': 1 })
    expect(received.alert()).toContain('The return is taken in')
    expect(
      await rows('select amount from payments.refunds where order_id = $id', { id: returned.id }),
    ).toEqual([{ amount: 2400 }])
  })
})

describe('the list of orders', () => {
  test('is narrowed by what is to do, by number, name and address, and goes on page by page', async () => {
    const [one, two] = [await bought({ mug: 1 }), await placed({ bowl: 1 })]
    const numbers = async (query: string) =>
      (await staff.gets(`/admin/orders${query}`))
        .$('tbody th')
        .map((_index, cell) => cell.children.length && one && 1)
        .get().length
    expect(await numbers('')).toBe(2)
    expect(await numbers('?filter=to-ship')).toBe(1)
    expect(await numbers('?filter=unpaid')).toBe(1)
    expect(await numbers(`?q=${two.number.toLowerCase()}`)).toBe(1)
    expect(await numbers('?q=ASHA')).toBe(2)
    expect(await numbers('?q=nobody')).toBe(0)
    expect(await numbers('?filter=bogus&before=x')).toBe(2)
  })

  test('goes out as a file in which nothing is a formula', async () => {
    await placed({ mug: 1 })
    await rows(
      `update orders.orders set delivery_address = delivery_address || '{"name": "=HYPERLINK(\\"x\\")"}'`,
    )
    const file = await staff.gets('/admin/orders.csv')
    expect(file.status).toBe(200)
    expect(file.html).toContain(`"'=HYPERLINK(""x"")"`)
  })
})
