import { randomUUID } from 'node:crypto'
import {
  cancelLines,
  createShipment,
  deliverShipment,
  discardShipment,
  dispatchShipment,
  loseShipment,
} from '../../src/orders/index.ts'
import { row } from '../../src/platform/database.ts'
import { type Books, follow, giveBack, leftOf, type Order, type Parcel, piecesOf, sum } from './books.ts'
import { anOrder, takeBackReplacements } from './money-steps.ts'
import { type Chance, type StepKind, told } from './step.ts'
import type { World } from './world.ts'

const isToBeSent = ({ state }: Order) => ['paid', 'partly_shipped', 'shipped'].includes(state)
const hasUnsent = (order: Order) => isToBeSent(order) && unsentPositions(order).length > 0
const unsentPositions = (order: Order) =>
  positionsOf(order).filter((position) => piecesOf(order, position).unsent > 0)
const positionsOf = ({ lines }: Order) => lines.map((_line, position) => position)

const packs: StepKind = (books, chance) => {
  const index = anOrder(books, chance, hasUnsent)
  if (index === undefined) return undefined
  const order = books.orders[index]!
  const position = chance.mostly(unsentPositions(order), positionsOf(order))!
  const quantity = chance.between(1, 3)
  return {
    says: `${quantity} of line ${position} of order ${index} are packed`,
    inTheBooks(books) {
      const order = books.orders[index]!
      if (!isToBeSent(order)) return `order-${order.state}`
      const { unsent, inHouse } = piecesOf(order, position)
      if (quantity > unsent) return 'too-many'
      const { good } = order.lines[position]!
      const replacing = Math.max(0, quantity - inHouse)
      if (replacing > leftOf(books, good)) return 'no-replacement'
      books.stock[good].onHand -= replacing
      const number = Math.max(0, ...order.parcels.map((parcel) => parcel.number)) + 1
      order.parcels.push({ number, state: 'preparing', position, quantity, replacing })
      return 'done'
    },
    inTheShop: async (world) => {
      const parcel = { lines: [{ position, quantity }], carrier: 'dhl', key: randomUUID() }
      return told(createShipment((await world.order(index)).id, parcel, 'staff'))
    },
  }
}

const gives: StepKind = (books, chance) => {
  const index = anOrder(books, chance, hasUnsent)
  if (index === undefined) return undefined
  const order = books.orders[index]!
  const position = chance.mostly(unsentPositions(order), positionsOf(order))!
  const quantity = chance.between(1, 2)
  return {
    says: `${quantity} of line ${position} of order ${index} are given up`,
    inTheBooks(books) {
      const order = books.orders[index]!
      if (!isToBeSent(order)) return `order-${order.state}`
      const line = order.lines[position]!
      const { unsent, inHouse, refunded } = piecesOf(order, position)
      if (quantity > unsent) return 'too-many'
      const rest = sum(order.lines.map((each) => each.quantity - each.cancelled))
      if (order.state === 'paid' && quantity === rest) return 'whole-order'
      if (quantity > line.quantity - refunded) return 'refunded-already'
      books.stock[line.good].onHand += Math.min(quantity, inHouse)
      giveBack(order, { pieces: [{ position, quantity }] })
      line.cancelled += quantity
      follow(order)
      return 'done'
    },
    inTheShop: async (world) => {
      const cause = { key: randomUUID(), reason: 'goodwill', actor: 'staff' }
      return told(cancelLines((await world.order(index)).id, [{ position, quantity }], cause))
    },
  }
}

const moves = {
  dispatched: { from: 'preparing', to: 'shipped', change: dispatchShipment },
  delivered: { from: 'shipped', to: 'delivered', change: deliverShipment },
  lost: { from: 'shipped', to: 'lost', change: loseShipment },
} as const

const travels: StepKind = (books, chance) => {
  const chosen = aParcel(books, chance, ['preparing', 'shipped'])
  if (!chosen) return undefined
  const { index, at } = chosen
  const { state } = books.orders[index]!.parcels[at]!
  const likely =
    state === 'preparing' ? (['dispatched'] as const) : (['delivered', 'delivered', 'lost'] as const)
  const what = chance.mostly<keyof typeof moves>(likely, ['dispatched', 'delivered', 'lost'])!
  const { from, to, change } = moves[what]
  return {
    says: `parcel ${at} of order ${index} is ${what}`,
    inTheBooks(books) {
      const order = books.orders[index]!
      const parcel = order.parcels[at]!
      if (parcel.state === to) return 'done'
      if (parcel.state !== from) return `shipment-${parcel.state}`
      if (what === 'dispatched' && !isToBeSent(order)) return `order-${order.state}`
      parcel.state = to
      follow(order)
      return 'done'
    },
    inTheShop: async (world) =>
      told(change(await parcelId(world, index, numberOf(books, index, at)), 'staff')),
  }
}

const unpacks: StepKind = (books, chance) => {
  const chosen = aParcel(books, chance, ['preparing'])
  if (!chosen) return undefined
  const { index, at } = chosen
  const number = numberOf(books, index, at)
  return {
    says: `parcel ${at} of order ${index} is unpacked`,
    inTheBooks(books) {
      const order = books.orders[index]!
      const parcel = order.parcels[at]!
      if (parcel.state !== 'preparing') return `shipment-${parcel.state}`
      takeBackReplacements(books, order, parcel)
      order.parcels.splice(at, 1)
      return 'done'
    },
    inTheShop: async (world) => told(discardShipment(await parcelId(world, index, number), 'staff')),
  }
}

export const parcelSteps = { packs, gives, travels, unpacks }

function aParcel({ orders }: Books, chance: Chance, fitting: Parcel['state'][]) {
  const all = orders.flatMap((order, index) => order.parcels.map(({ state }, at) => ({ index, at, state })))
  return chance.mostly(
    all.filter(({ state }) => fitting.includes(state)),
    all,
  )
}

const numberOf = ({ orders }: Books, index: number, at: number) => orders[index]!.parcels[at]!.number

async function parcelId(world: World, index: number, number: number): Promise<number> {
  const { id: orderId } = await world.order(index)
  const found = await row<{ id: number }>(
    'select id from orders.shipments where order_id = $orderId and number = $number',
    { orderId, number },
  )
  return found!.id
}
