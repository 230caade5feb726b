import { giveBasketBack } from '../../src/checkout/index.ts'
import { expireOrder } from '../../src/orders/expire-order.ts'
import {
  cancelOrder,
  noteFailedRefund,
  noteRefund,
  refundOrder,
  sendRefundAgain,
} from '../../src/orders/index.ts'
import { recordPayment } from '../../src/orders/record-payment.ts'
import { getRefund } from '../../src/payments/index.ts'
import { settleRefund } from '../../src/payments/settle-refund.ts'
import { rows, transaction } from '../../src/platform/database.ts'
import {
  type Books,
  type Good,
  giveBack,
  leftOf,
  mayUse,
  moneyLeft,
  type Order,
  piecesOf,
  type Refund,
  sum,
  worthOf,
} from './books.ts'
import { type Chance, type StepKind, told } from './step.ts'

/** An order, by how many came before it; mostly one that fits. */
export const anOrder = (books: Books, chance: Chance, fits: (order: Order) => boolean) =>
  chance.mostly(
    indexes(books, fits),
    books.orders.map((_order, index) => index),
  )

/** Money comes: what it should be or a cent more, in time or not, once or once more. */
const pays: StepKind = (books, chance) => {
  const index = anOrder(books, chance, ({ state }) => state === 'awaiting_payment')
  if (index === undefined) return undefined
  const tooMuch = chance.between(0, 5) === 0 ? 1 : 0
  const isRepeated = chance.between(0, 3) === 0 && books.orders[index]!.reports > 0
  return {
    says: `order ${index} is paid${tooMuch ? ' a cent too much' : ''}${isRepeated ? ', as was said before' : ''}`,
    inTheBooks(books) {
      const order = books.orders[index]!
      if (isRepeated) return 'done'
      order.reports += 1
      const isStray = order.captured > 0 || tooMuch > 0
      if (isStray) order.refunds.push(strayRefund(order.total + tooMuch, false))
      else settle(books, order)
      return 'done'
    },
    async inTheShop(world) {
      const { id, total } = await world.order(index)
      const report = books.orders[index]!.reports
      const name = `${id}_${isRepeated ? report : report + 1}`
      const facts = {
        ...{ eventId: `evt_${name}`, reference: `pi_${name}`, session: `cs_${id}`, orderId: id, body: {} },
        ...{ kind: 'succeeded' as const, currency: 'EUR', amount: total + tooMuch },
      }
      await recordPayment(facts, 'provider')
      return 'done'
    },
  }
}

const lapses: StepKind = (books, chance) => {
  const index = chance.of(indexes(books, ({ state }) => state === 'awaiting_payment'))
  if (index === undefined) return undefined
  return {
    says: `order ${index} is not paid in time`,
    inTheBooks(books) {
      const order = books.orders[index]!
      letGo(books, order)
      order.state = 'expired'
      const basket = books.baskets[order.shopper]!
      for (const { good, quantity } of order.lines.toSorted((a, b) => a.good.localeCompare(b.good))) {
        basket.lines[good] = Math.max(basket.lines[good] ?? 0, quantity)
      }
      if (order.given) basket.codes = [...new Set([...basket.codes, order.given])].sort()
      return 'done'
    },
    async inTheShop(world) {
      const { id, basketId, visitorId } = await world.order(index)
      await rows(`update orders.orders set held_until = now() - interval '1 second' where id = $id`, { id })
      await expireOrder(id)
      await giveBasketBack({ basketId, visitorId })
      return 'done'
    },
  }
}

const cancels: StepKind = (books, chance) => {
  const index = anOrder(books, chance, ({ state }) => state === 'paid')
  if (index === undefined) return undefined
  return {
    says: `order ${index} is cancelled`,
    inTheBooks(books) {
      const order = books.orders[index]!
      if (order.state === 'cancelled') return 'done'
      if (order.state !== 'awaiting_payment' && order.state !== 'paid') return `order-${order.state}`
      if (order.state === 'awaiting_payment') letGo(books, order)
      else undoSale(books, order)
      order.state = 'cancelled'
      return 'done'
    },
    inTheShop: async (world) => told(cancelOrder((await world.order(index)).id, 'shopper')),
  }
}

const refunds: StepKind = (books, chance) => {
  const index = anOrder(books, chance, (order) => moneyLeft(order) > 0)
  if (index === undefined) return undefined
  const order = books.orders[index]!
  const position = chance.between(0, order.lines.length - 1)
  const quantity = chance.between(0, 2)
  const pieces = quantity > 0 ? [{ position, quantity }] : []
  const delivery = chance.of([0, 0, 200])!
  const amount = chance.of([0, 0, 100, 5_000])!
  const key = `refund-${order.refunds.length}`
  return {
    says: `order ${index} is refunded ${quantity} of line ${position}, ${delivery} of its delivery, ${amount} besides`,
    inTheBooks(books) {
      const order = books.orders[index]!
      if (order.captured === 0) return 'not-paid'
      if (quantity > order.lines[position]!.quantity - piecesOf(order, position).refunded)
        return 'refunded-already'
      if (delivery > order.delivery - sum(order.refunds.map((each) => each.delivery)))
        return 'delivery-refunded'
      const asked = worthOf(order, position, quantity) + delivery + amount
      if (asked > moneyLeft(order)) return 'more-than-paid'
      if (asked === 0) return 'nothing-to-refund'
      giveBack(order, { pieces, delivery, amount })
      return 'done'
    },
    inTheShop: async (world) => {
      const { id } = await world.order(index)
      const wish = { lines: pieces, delivery, amount }
      return told(refundOrder(id, wish, { key, reason: 'goodwill', actor: 'staff' }))
    },
  }
}

/** A refund that was asked for is made, or is not possible. */
const settles: StepKind = (books, chance) => {
  const chosen = aRefund(books, chance, 'requested')
  if (!chosen) return undefined
  const { index, at } = chosen
  const state = chance.of(['succeeded', 'succeeded', 'failed'] as const)!
  return {
    says: `refund ${at} of order ${index} has ${state}`,
    inTheBooks(books) {
      const order = books.orders[index]!
      const refund = order.refunds[at]!
      refund.state = state
      const back = order.returns.find(({ number }) => number === refund.ofReturn)
      if (back && state === 'succeeded') back.state = 'refunded'
      return 'done'
    },
    async inTheShop(world) {
      const { id: orderId } = await world.order(index)
      const refundId = await refundIdOf(orderId, at)
      const refund = await getRefund(refundId)
      await transaction((tx) =>
        settleRefund(tx, refund, { state, providerReference: null, actor: 'provider' }),
      )
      const note = state === 'succeeded' ? noteRefund : noteFailedRefund
      await note({ orderId, refundId, reason: refund.reason })
      return 'done'
    },
  }
}

/** Staff ask once more for a refund that was not possible. */
const asksAgain: StepKind = (books, chance) => {
  const chosen = aRefund(books, chance, 'failed')
  if (!chosen) return undefined
  const { index, at } = chosen
  return {
    says: `refund ${at} of order ${index} is asked for again`,
    inTheBooks(books) {
      books.orders[index]!.refunds[at]!.state = 'requested'
      return 'done'
    },
    inTheShop: async (world) =>
      told(sendRefundAgain(await refundIdOf((await world.order(index)).id, at), 'staff')),
  }
}

export const moneySteps = { pays, lapses, cancels, refunds, settles, asksAgain }

function aRefund({ orders }: Books, chance: Chance, wanted: Refund['state']) {
  return chance.of(
    orders.flatMap((order, index) =>
      order.refunds.flatMap(({ state }, at) => (state === wanted ? [{ index, at }] : [])),
    ),
  )
}

function indexes({ orders }: Books, fits: (order: Order) => boolean): number[] {
  return orders.flatMap((order, index) => (fits(order) ? [index] : []))
}

/** An order is paid, or its money goes back because its goods or its voucher are gone. */
function settle(books: Books, order: Order): void {
  order.captured = order.total
  const { voucher, shopper } = order
  if (order.state === 'expired') {
    const isThere = order.lines.every(({ good, quantity }) => quantity <= leftOf(books, good))
    const mayBePaid = isThere && (!voucher || mayUse(books, voucher.code, shopper))
    if (!mayBePaid) return void order.refunds.push(strayRefund(order.total, true))
    for (const { good, quantity } of order.lines) books.stock[good].held += quantity
  } else if (order.state !== 'awaiting_payment') {
    return void order.refunds.push(strayRefund(order.total, true))
  }
  for (const { good, quantity } of order.lines) {
    books.stock[good].held -= quantity
    books.stock[good].onHand -= quantity
  }
  if (voucher) voucher.state = 'used'
  order.state = 'paid'
}

function strayRefund(amount: number, isOfOrder: boolean) {
  const nothing = { pieces: [], delivery: 0, ofReturn: null }
  return { ...nothing, state: 'requested' as const, amount, isOurs: false, isOfOrder }
}

function letGo(books: Books, order: Order): void {
  for (const { good, quantity } of order.lines) books.stock[good].held -= quantity
  if (order.voucher) order.voucher.state = 'released'
}

function undoSale(books: Books, order: Order): void {
  order.parcels = order.parcels.filter((parcel) => {
    if (parcel.state === 'preparing') takeBackReplacements(books, order, parcel)
    return parcel.state !== 'preparing'
  })
  for (const { good, quantity, cancelled } of order.lines) books.stock[good].onHand += quantity - cancelled
  const pieces = order.lines.flatMap(({ quantity }, position) => {
    const left = quantity - piecesOf(order, position).refunded
    return left > 0 ? [{ position, quantity: left }] : []
  })
  const delivery = order.delivery - sum(order.refunds.map((each) => each.delivery))
  const rest = moneyLeft(order)
  if (rest > 0) {
    const priced = pieces.map((piece) => ({
      ...piece,
      amount: worthOf(order, piece.position, piece.quantity),
    }))
    order.refunds.push({
      ...{
        state: 'requested',
        amount: rest,
        pieces: priced,
        delivery,
        isOurs: true,
        isOfOrder: true,
        ofReturn: null,
      },
    })
  }
}

/** What replaced lost pieces in a parcel that is unpacked stands on the shelf again. */
export function takeBackReplacements(
  books: Books,
  order: Order,
  { position, replacing }: { position: number; replacing: number },
): void {
  const good: Good = order.lines[position]!.good
  books.stock[good].onHand += replacing
}

async function refundIdOf(orderId: number, at: number): Promise<number> {
  const [found] = await rows<{ id: number }>(
    'select id from payments.refunds where order_id = $orderId order by id offset $at limit 1',
    { orderId, at },
  )
  return found!.id
}
