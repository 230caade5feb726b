import { addLine } from '../../src/basket/add-line.ts'
import { findOpenBasket } from '../../src/basket/basket.ts'
import { changeQuantity } from '../../src/basket/change-quantity.ts'
import { addVoucher, codesOf, removeVoucher } from '../../src/basket/vouchers.ts'
import { keepAnswers } from '../../src/checkout/answers.ts'
import { checkoutView } from '../../src/checkout/checkout-view.ts'
import { placeOrder } from '../../src/checkout/place-order.ts'
import { transaction } from '../../src/platform/database.ts'
import { ashasHome } from '../support/bought.ts'
import { inEnglish } from '../support/reviewing.ts'
import {
  type Books,
  DELIVERY,
  FREE_FROM,
  type Good,
  goods,
  leftOf,
  mayUse,
  type Order,
  priceOf,
  SHOPPERS,
  sum,
  type Voucher,
  vouchers,
} from './books.ts'
import { type StepKind, told } from './step.ts'
import type { World } from './world.ts'

const goodsOf = (books: Books, shopper: number) =>
  Object.entries(books.baskets[shopper]!.lines) as [Good, number][]

const adds: StepKind = (_books, chance) => {
  const shopper = chance.of(SHOPPERS)!
  const good = chance.of(goods)!.name
  const quantity = chance.between(1, 4)
  return {
    says: `shopper ${shopper} adds ${quantity} ${good}`,
    inTheBooks(books) {
      const { lines } = books.baskets[shopper]!
      const wanted = (lines[good] ?? 0) + quantity
      if (wanted > leftOf(books, good)) return 'short'
      lines[good] = wanted
      return 'done'
    },
    inTheShop: async (world) =>
      told(
        addLine(world.shoppers[shopper]!.owner, {
          variant: await world.variant(good),
          quantity,
          key: undefined,
        }),
      ),
  }
}

const changes: StepKind = (_books, chance) => {
  const shopper = chance.of(SHOPPERS)!
  const good = chance.of(goods)!.name
  const quantity = chance.between(0, 4)
  return {
    says: `shopper ${shopper} wants ${quantity} ${good}`,
    inTheBooks(books) {
      const { lines } = books.baskets[shopper]!
      if (!lines[good]) return 'gone'
      if (quantity > leftOf(books, good)) return 'short'
      if (quantity === 0) delete lines[good]
      else lines[good] = quantity
      return 'done'
    },
    inTheShop: async (world) =>
      told(changeQuantity(world.shoppers[shopper]!.owner, await world.variant(good), quantity)),
  }
}

const usesVoucher: StepKind = (_books, chance) => {
  const shopper = chance.of(SHOPPERS)!
  const code = chance.of(Object.keys(vouchers) as Voucher[])!
  return {
    says: `shopper ${shopper} gives the code ${code} and no other`,
    inTheBooks(books) {
      books.baskets[shopper]!.codes = [code]
      return 'done'
    },
    async inTheShop(world) {
      await leaveNoCodeBut(world, shopper, world.codeOf(code))
      return told(addVoucher(world.shoppers[shopper]!.owner, world.codeOf(code)))
    },
  }
}

/** An order is placed with one voucher at the most: how they go together is for the tests of pricing. */
const places: StepKind = (books, chance) => {
  const shopper = chance.of(SHOPPERS.filter((index) => goodsOf(books, index).length > 0))
  if (shopper === undefined) return undefined
  const [code = null] = books.baskets[shopper]!.codes
  return {
    says: `shopper ${shopper} places an order with ${code ?? 'no voucher'}`,
    inTheBooks(books) {
      const basket = books.baskets[shopper]!
      basket.codes = code ? [code] : []
      const wanted = goodsOf(books, shopper)
      if (wanted.some(([good, quantity]) => quantity > leftOf(books, good))) return 'short'
      books.orders.push(orderOf(books, shopper, code))
      for (const [good, quantity] of wanted) books.stock[good].held += quantity
      books.baskets[shopper] = { lines: {}, codes: [] }
      return 'done'
    },
    async inTheShop(world) {
      await leaveNoCodeBut(world, shopper, code && world.codeOf(code))
      return placing(world, shopper)
    },
  }
}

export const basketSteps = { adds, changes, usesVoucher, places }

function orderOf(books: Books, shopper: number, code: Voucher | null): Order {
  const wanted = goodsOf(books, shopper)
  const value = sum(wanted.map(([good, quantity]) => priceOf(good) * quantity))
  const off = code && mayUse(books, code, shopper) ? vouchers[code].off(value) : 0
  const delivery = value - off >= FREE_FROM ? 0 : DELIVERY
  return {
    shopper,
    state: 'awaiting_payment',
    lines: wanted.map(([good, quantity]) => ({ good, quantity, paid: Number.NaN, cancelled: 0 })),
    delivery,
    total: value - off + delivery,
    voucher: off > 0 ? { code: code!, state: 'held' } : null,
    captured: 0,
    given: code,
    reports: 0,
    parcels: [],
    returns: [],
    refunds: [],
  }
}

async function leaveNoCodeBut(world: World, shopper: number, wanted: string | null): Promise<void> {
  const { owner } = world.shoppers[shopper]!
  const basketId = await transaction((tx) => findOpenBasket(tx, owner))
  for (const code of basketId ? await codesOf(basketId) : []) {
    if (code !== wanted) await removeVoucher(owner, code)
  }
}

async function placing(world: World, shopper: number): Promise<string> {
  const { owner, email } = world.shoppers[shopper]!
  const before = (await checkoutView(owner, inEnglish))!
  await keepAnswers(before.basket.id, {
    email,
    address: ashasHome,
    deliveryMethod: 'standard',
    paymentMethod: 'card',
  })
  const { basket, fingerprint } = (await checkoutView(owner, inEnglish))!
  return told(placeOrder(owner, { basketId: basket.id, version: basket.version, fingerprint }, inEnglish))
}
