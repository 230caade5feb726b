import {
  askToConfirmAlert,
  askToConfirmEmail,
  type LeftBasket,
  type Mailer,
  type RefundMade,
  sendAgain,
  sendOrderLink,
  sendOrderMail,
  sendReminder,
  tellHowToPay,
  tellOfArrival,
  tellOfCancellation,
  tellOfDelivery,
  tellOfEmail,
  tellOfExpiry,
  tellOfNewPlace,
  tellOfParcel,
  tellOfRefund,
  tellOfReturn,
} from './notifications/index.ts'
import { boughtGoods, type LookedUp } from './orders/index.ts'
import { config } from './platform/config.ts'
import type { Subscriptions } from './platform/queue.ts'
import { suggestByMail } from './recommendations/index.ts'

type Recommender = Parameters<typeof suggestByMail>[0]
type OfOrder = { orderId: number }

/** Which letters follow an event that others hear of as well: what is said of it there is all that they need. */
export function lettersOfOrders(mailer: Mailer, recommender: Recommender): Subscriptions {
  /** What goes with an order. The letter goes out without it where it cannot be said. */
  const alsoLiked = async (orderId: number) => {
    const bought = await boughtGoods(orderId)
    return bought ? suggestByMail(recommender, bought) : []
  }
  return {
    'order.placed': { tellHowToPay: (order: OfOrder) => tellHowToPay(mailer, order) },
    'order.paid': {
      sendConfirmation: async ({ orderId }: OfOrder) =>
        sendOrderMail(mailer, orderId, 'confirmed', await alsoLiked(orderId)),
    },
    'order.expired': { tellOfExpiry: (order: OfOrder) => tellOfExpiry(mailer, order) },
    'order.cancelled': { tellOfCancellation: (order: OfOrder) => tellOfCancellation(mailer, order) },
    'order.delivered': { tellOfDelivery: (order: OfOrder) => tellOfDelivery(mailer, order) },
    'shipment.dispatched': {
      tellOfParcel: (parcel: OfOrder & { shipmentId: number }) => tellOfParcel(mailer, parcel),
    },
    'return.requested': { tellReturnRequested: tellOfReturn(mailer, 'requested') },
    'return.approved': { tellReturnApproved: tellOfReturn(mailer, 'approved') },
    'return.declined': { tellReturnDeclined: tellOfReturn(mailer, 'declined') },
    'return.received': { tellReturnReceived: tellOfReturn(mailer, 'received') },
  }
}

/** Which letters follow what is said to nobody outside. */
function lettersToPeople(mailer: Mailer): Subscriptions {
  type OfAlert = { alertId: number }
  return {
    'order.looked_up': { sendOrderLink: (asked: LookedUp) => sendOrderLink(mailer, asked) },
    'refund.succeeded': { tellOfRefund: (refund: RefundMade) => tellOfRefund(mailer, refund) },
    'alert.asked': {
      askToConfirmAlert: (asked: OfAlert & { times: number }) => askToConfirmAlert(mailer, asked),
    },
    'alert.due': { tellOfArrival: (due: OfAlert) => tellOfArrival(mailer, due) },
    'reminder.due': { sendReminder: (left: LeftBasket) => sendReminder(mailer, left) },
    'email.change_asked': {
      askToConfirmEmail: (asked: { change: string }) => askToConfirmEmail(mailer, asked),
    },
    'email.changed': {
      tellOfEmail: (changed: { customerId: number; old: string }) => tellOfEmail(mailer, changed),
    },
    'mail.asked_again': {
      sendAgain: (asked: { orderId: number; key: string; askedWith: string }) => sendAgain(mailer, asked),
    },
    'customer.at_new_place': {
      tellOfNewPlace: (place: { signInId: string }) => tellOfNewPlace(mailer, place),
    },
  }
}

/**
 * Those that the worker sends, and those that somebody else sends, who listens to the topic. What had been given to the worker
 * before it became so, it still sends.
 */
export function letters(mailer: Mailer, recommender: Recommender) {
  const [toPeople, ofOrders] = [lettersToPeople(mailer), lettersOfOrders(mailer, recommender)]
  const isElsewhere = config.mail.sentBy === 'topic' && config.events.topic !== undefined
  return {
    ours: isElsewhere ? toPeople : { ...toPeople, ...ofOrders },
    elsewhere: isElsewhere ? ofOrders : {},
  }
}
