import { expect, test } from 'vitest'
import { orderFollowers } from '../../src/orders/order-states.ts'
import { catalogues } from '../../src/platform/messages.ts'
import { readTree } from '../support/house/tree.ts'

const sources = [...readTree(['src/orders'], '.ts').values()].join('\n')

test('every no has its sentence, in every language', () => {
  const literal = [...sources.matchAll(/\brefuse\('([\w-]+)'/g)].map(([, why]) => why!)
  const ofOrders = Object.keys(orderFollowers).map((state) => `order-${state}`)
  const ofParcels = ['preparing', 'shipped', 'delivered', 'lost'].map((state) => `shipment-${state}`)
  const ofReturns = ['requested', 'approved', 'received', 'refunded', 'declined'].map((s) => `return-${s}`)
  expect(literal.length).toBeGreaterThan(15)
  const lacking = [...literal, ...ofOrders, ...ofParcels, ...ofReturns].flatMap((why) =>
    Object.entries(catalogues)
      .filter(([, messages]) => !messages[`orders.refused.${why}`])
      .map(([locale]) => `${locale}: ${why}`),
  )
  expect(lacking).toEqual([])
})
