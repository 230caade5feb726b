import { beforeEach, describe, expect, test } from 'vitest'
import { recogniseCustomer } from '../../src/identity/recognise-customer.ts'
import {
  tellOfCancellation,
  tellOfDelivery,
  tellOfExpiry,
  tellOfNewPlace,
} from '../../src/notifications/index.ts'
import { createShipment, deliverShipment, dispatchShipment } from '../../src/orders/index.ts'
import { rows } from '../../src/platform/database.ts'
import { bought, done, payloadsOf } from '../support/bought.ts'
import { openShop } from '../support/shop.ts'

interface Letter {
  to: string
  subject: string
  text: string
}
const outbox: Letter[] = []
const mailer = { sendMail: async (mail: Letter) => void outbox.push(mail) } as never
beforeEach(async () => {
  await openShop()
  outbox.length = 0
})

describe('whoever signs in', () => {
  const claims = {
    ...{
      issuer: 'https://people.example',
      subject: 'asha',
      email: 'asha@example.com',
      isEmailVerified: true,
    },
    ...{ name: 'Asha Rao', groups: [], provedAt: undefined },
  }
  const signsIn = (browser: string) => recogniseCustomer(claims, { browser, network: '192.0.2.0/24' })

  test('is told of it once, when it was with a browser that was never there before', async () => {
    for (const browser of [
      'Firefox, Linux',
      'Firefox, Linux',
      'Safari, iOS',
      'Safari, iOS',
      'Firefox, Linux',
    ])
      await signsIn(browser)
    const places = await payloadsOf<{ signInId: string }>('customer.at_new_place')
    expect(places).toHaveLength(1)
    for (let time = 0; time < 2; time++) await tellOfNewPlace(mailer, places[0]!)
    expect(outbox).toMatchObject([{ to: 'asha@example.com', subject: 'A new sign-in to your account' }])
    expect(outbox[0]!.text).toContain('with Safari, iOS')
    expect(outbox[0]!.text).toContain('/account/sign-ins')
  })

  test('is told also when that has ended before the letter went out: a stranger may have ended it', async () => {
    await signsIn('Firefox, Linux')
    await signsIn('Safari, iOS')
    await rows('update identity.sign_ins set ended_at = now()')
    for (const place of await payloadsOf<{ signInId: string }>('customer.at_new_place'))
      await tellOfNewPlace(mailer, place)
    expect(outbox).toHaveLength(1)
  })
})

test.each([
  ['arrived', tellOfDelivery],
  ['cancelled', tellOfCancellation],
  ['not paid in time', tellOfExpiry],
])('nobody is told that an order is %s that is not', async (_what, tell) => {
  await tell(mailer, { orderId: (await bought({ mug: 1 })).id })
  expect(outbox).toEqual([])
})

test('whoever has got everything is told what to do when something is not right, once', async () => {
  const order = await bought({ mug: 2 })
  const parcel = { carrier: 'dhl', trackingNumber: '00340434161094000001', key: crypto.randomUUID() } as const
  const lines = [{ position: 0, quantity: 2 }]
  const { shipmentId } = await done(createShipment(order.id, { ...parcel, lines }, 'staff:ines'))
  await done(dispatchShipment(shipmentId, 'staff:ines'))
  await done(deliverShipment(shipmentId, 'carrier'))
  for (let time = 0; time < 2; time++) await tellOfDelivery(mailer, { orderId: order.id })
  expect(outbox).toHaveLength(1)
  expect(outbox[0]!.text).toContain('send back within 30 days')
  expect(outbox[0]!.text).toMatch(/- 2 × /)
  expect(outbox[0]!.text).toMatch(/\/orders\/\S+signature=/)
})
