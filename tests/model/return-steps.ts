import { randomUUID } from 'node:crypto'
import { approveReturn, declineReturn, receiveReturn, requestReturn } from '../../src/orders/index.ts'
import { row } from '../../src/platform/database.ts'
import { type Books, giveBack, piecesOf, type Return } from './books.ts'
import { anOrder } from './money-steps.ts'
import { type Chance, type StepKind, told } from './step.ts'
import type { World } from './world.ts'

const asks: StepKind = (books, chance) => {
  const index = anOrder(books, chance, (order) => order.parcels.some(({ state }) => state !== 'preparing'))
  if (index === undefined) return undefined
  const order = books.orders[index]!
  const position = chance.mostly(
    order.parcels.map((parcel) => parcel.position),
    order.lines.map((_line, position) => position),
  )!
  const quantity = chance.between(1, 2)
  return {
    says: `${quantity} of line ${position} of order ${index} are to go back`,
    inTheBooks(books) {
      const order = books.orders[index]!
      const { sent, returning, returned, refunded } = piecesOf(order, position)
      const mayGoBack = Math.min(
        sent - returning - returned,
        order.lines[position]!.quantity - refunded - returning,
      )
      if (quantity > Math.max(0, mayGoBack)) return 'not-returnable'
      const number = order.returns.length + 1
      order.returns.push({ number, state: 'requested', position, quantity, arrived: 0, restocked: 0 })
      return 'done'
    },
    inTheShop: async (world) => {
      const asked = { lines: [{ position, quantity }], comment: '', key: randomUUID() }
      return told(
        requestReturn((await world.order(index)).id, { ...asked, reason: 'changed-mind' }, 'shopper'),
      )
    },
  }
}

const decides: StepKind = (books, chance) => {
  const chosen = aReturn(books, chance, 'requested')
  const to = chance.of(['approved', 'approved', 'approved', 'declined'] as const)!
  if (!chosen) return undefined
  const { index, at } = chosen
  return {
    says: `return ${at} of order ${index} is ${to}`,
    inTheBooks(books) {
      const back = books.orders[index]!.returns[at]!
      if (back.state === to) return 'done'
      const follows = back.state === 'requested' || (back.state === 'approved' && to === 'declined')
      if (!follows) return `return-${back.state}`
      back.state = to
      return 'done'
    },
    async inTheShop(world) {
      const id = await returnId(world, index, at)
      return told(
        to === 'approved' ? approveReturn(id, 'staff') : declineReturn(id, 'It came too late.', 'staff'),
      )
    },
  }
}

const arrives: StepKind = (books, chance) => {
  const chosen = aReturn(books, chance, 'approved')
  if (!chosen) return undefined
  const { index, at } = chosen
  const { position, quantity } = books.orders[index]!.returns[at]!
  const arrived = chance.between(0, quantity)
  const isSellable = chance.between(0, 2) > 0
  return {
    says: `return ${at} of order ${index} arrives with ${arrived}, ${isSellable ? 'as new' : 'spoilt'}`,
    inTheBooks(books) {
      const order = books.orders[index]!
      const back = order.returns[at]!
      if (back.state === 'received' || back.state === 'refunded') return 'done'
      if (back.state !== 'approved') return `return-${back.state}`
      if (arrived === 0) return 'nothing-arrived'
      const { good, quantity: bought } = order.lines[position]!
      Object.assign(back, { arrived, restocked: isSellable ? arrived : 0 })
      books.stock[good].onHand += back.restocked
      const open = Math.min(arrived, bought - piecesOf(order, position).refunded)
      const asked = order.refunds.length
      back.state = 'received'
      giveBack(order, { pieces: open > 0 ? [{ position, quantity: open }] : [] }, back.number)
      if (order.refunds.length === asked) back.state = 'refunded'
      return 'done'
    },
    async inTheShop(world) {
      const arrival = { lines: [{ position, arrived, isSellable }] }
      return told(receiveReturn(await returnId(world, index, at), arrival, 'staff'))
    },
  }
}

export const returnSteps = { asks, decides, arrives }

function aReturn({ orders }: Books, chance: Chance, fitting: Return['state']) {
  const all = orders.flatMap((order, index) => order.returns.map(({ state }, at) => ({ index, at, state })))
  return chance.mostly(
    all.filter(({ state }) => state === fitting),
    all,
  )
}

async function returnId(world: World, index: number, at: number): Promise<number> {
  const { id: orderId } = await world.order(index)
  const found = await row<{ id: number }>(
    'select id from orders.returns where order_id = $orderId order by number offset $at limit 1',
    { orderId, at },
  )
  return found!.id
}
