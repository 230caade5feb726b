// What a shop of three things, three shoppers and three vouchers must be, kept in plain numbers and told by plain rules.
// Nothing of the shop's own code is in here, so that it cannot be wrong in the same way.

export const goods = [
  { name: 'A', price: 2400, stock: 9 },
  { name: 'B', price: 3150, stock: 5 },
  { name: 'C', price: 995, stock: 12 },
] as const
export type Good = (typeof goods)[number]['name']

export type Voucher = 'TENTH' | 'TWICE' | 'QUARTER'
interface VoucherRule {
  off: (sum: number) => number
  inAll: number
  each: number
}
export const vouchers: Record<Voucher, VoucherRule> = {
  TENTH: { off: (sum) => Math.floor((sum + 5) / 10), inAll: Infinity, each: Infinity },
  TWICE: { off: (sum) => Math.min(500, sum), inAll: 2, each: Infinity },
  QUARTER: { off: (sum) => Math.floor((sum + 2) / 4), inAll: Infinity, each: 1 },
}

export const SHOPPERS = [0, 1, 2]
export const DELIVERY = 390
export const FREE_FROM = 8_000

export interface Line {
  good: Good
  quantity: number
  /** What was paid for all of it. */
  paid: number
  cancelled: number
}

export interface Parcel {
  number: number
  state: 'preparing' | 'shipped' | 'delivered' | 'lost'
  position: number
  quantity: number
  replacing: number
}

export interface Return {
  number: number
  state: 'requested' | 'approved' | 'declined' | 'received' | 'refunded'
  position: number
  quantity: number
  arrived: number
  restocked: number
}

export interface Refund {
  state: 'requested' | 'succeeded' | 'failed'
  amount: number
  pieces: { position: number; quantity: number; amount: number }[]
  /** What of it is for the delivery. */
  delivery: number
  /** The shop decided on it, for the order; else money goes back that was not for it. */
  isOurs: boolean
  /** It gives back what the order was paid with. */
  isOfOrder: boolean
  ofReturn: number | null
}

export interface Order {
  shopper: number
  state: 'awaiting_payment' | 'paid' | 'partly_shipped' | 'shipped' | 'delivered' | 'cancelled' | 'expired'
  lines: Line[]
  delivery: number
  total: number
  voucher: { code: Voucher; state: 'held' | 'used' | 'released' } | null
  captured: number
  /** The code that it was placed with, of use or not. */
  given: Voucher | null
  /** How often something was said of its payment. */
  reports: number
  parcels: Parcel[]
  returns: Return[]
  refunds: Refund[]
}

export interface Books {
  stock: Record<Good, { onHand: number; held: number }>
  /** The codes stand in the order of the alphabet. */
  baskets: { lines: Partial<Record<Good, number>>; codes: Voucher[] }[]
  orders: Order[]
}

export function openBooks(): Books {
  return {
    stock: Object.fromEntries(
      goods.map(({ name, stock }) => [name, { onHand: stock, held: 0 }]),
    ) as Books['stock'],
    baskets: SHOPPERS.map(() => ({ lines: {}, codes: [] })),
    orders: [],
  }
}

export const priceOf = (good: Good) => goods.find(({ name }) => name === good)!.price
export const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
export const leftOf = ({ stock }: Books, good: Good) => stock[good].onHand - stock[good].held

/** Whether a voucher can be used (again) for an order of somebody. */
export function mayUse({ orders }: Books, code: Voucher, shopper: number): boolean {
  const { inAll, each } = vouchers[code]
  const uses = orders.filter(({ voucher }) => voucher?.code === code && voucher.state !== 'released')
  const theirs = uses.filter((order) => order.shopper === shopper)
  return uses.length < inAll && theirs.length < each
}

/** How the pieces of a line stand. */
export function piecesOf(order: Order, position: number) {
  const { quantity, cancelled } = order.lines[position]!
  const inParcels = (...states: Parcel['state'][]) =>
    sum(
      order.parcels
        .filter((parcel) => parcel.position === position && states.includes(parcel.state))
        .map((each) => each.quantity),
    )
  const back = order.returns.filter((each) => each.position === position)
  const lost = inParcels('lost')
  const replaced = sum(
    order.parcels.filter((parcel) => parcel.position === position).map(({ replacing }) => replacing),
  )
  const sent = inParcels('shipped', 'delivered')
  const packed = inParcels('preparing')
  return {
    wanted: quantity - cancelled,
    sent,
    arrived: inParcels('delivered'),
    gone: sent + lost,
    unsent: quantity - cancelled - packed - sent,
    inHouse: Math.max(0, quantity - cancelled - packed - sent - lost + replaced),
    refunded: sum(
      order.refunds.flatMap(({ pieces }) =>
        pieces.filter((piece) => piece.position === position).map((piece) => piece.quantity),
      ),
    ),
    returning: sum(
      back.filter(({ state }) => ['requested', 'approved'].includes(state)).map((each) => each.quantity),
    ),
    returned: sum(
      back.filter(({ state }) => ['received', 'refunded'].includes(state)).map((each) => each.arrived),
    ),
  }
}

/** What a number of further pieces of a line come to when they go back. */
export function worthOf(order: Order, position: number, pieces: number): number {
  const { paid, quantity } = order.lines[position]!
  const { refunded } = piecesOf(order, position)
  const upTo = (count: number) => Math.floor((2 * paid * count + quantity) / (2 * quantity))
  return upTo(refunded + pieces) - upTo(refunded)
}

/** What of an order's payment has not gone back. A refund that has failed is asked for again, so it counts. */
export function moneyLeft({ captured, refunds }: Order): number {
  return captured - sum(refunds.filter(({ isOfOrder }) => isOfOrder).map(({ amount }) => amount))
}

/** Writes a refund that the shop decides on; nothing when it comes to nothing. */
export function giveBack(
  order: Order,
  parts: { pieces: { position: number; quantity: number }[]; delivery?: number; amount?: number },
  ofReturn: number | null = null,
): void {
  const pieces = parts.pieces.map((piece) => ({
    ...piece,
    amount: worthOf(order, piece.position, piece.quantity),
  }))
  const delivery = parts.delivery ?? 0
  const asked = sum(pieces.map(({ amount }) => amount)) + delivery + (parts.amount ?? 0)
  const amount = Math.min(asked, moneyLeft(order))
  if (amount === 0) return
  order.refunds.push({
    ...{ state: 'requested', amount, pieces, delivery, isOurs: true, isOfOrder: true, ofReturn },
  })
}

/** How far an order is that was paid, by where its pieces are. */
export function follow(order: Order): void {
  const pieces = order.lines.map((_line, position) => piecesOf(order, position))
  const isThere =
    pieces.some(({ arrived }) => arrived > 0) && pieces.every(({ arrived, wanted }) => arrived >= wanted)
  if (isThere) order.state = 'delivered'
  else if (pieces.every(({ gone }) => gone === 0)) order.state = 'paid'
  else order.state = pieces.every(({ gone, wanted }) => gone >= wanted) ? 'shipped' : 'partly_shipped'
}
