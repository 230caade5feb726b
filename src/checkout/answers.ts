import type { Address } from '../addresses/index.ts'
import { findBasketId } from '../basket/index.ts'
import { defaultAddress } from '../customers/index.ts'
import type { Owner } from '../identity/index.ts'
import { lastPaymentMethod } from '../orders/index.ts'
import type { PaymentMethod } from '../payments/index.ts'
import { row, rows } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** What a shopper has told us so far on the way to an order; kept beside the basket until it is one. */
export interface Answers {
  email: string | null
  address: Address | null
  deliveryMethod: string | null
  paymentMethod: PaymentMethod | null
  /** They want to be reminded, once, of a basket that they leave. */
  wantsReminder: boolean
}

const none: Answers = {
  email: null,
  address: null,
  deliveryMethod: null,
  paymentMethod: null,
  wantsReminder: false,
}

/** What the owner of an open basket has told us; where a customer has not, what we know of them stands in for it. */
export async function answersOf(owner: Owner | undefined): Promise<Answers> {
  const kept = await keptAnswers(owner)
  if (!owner?.customerId) return kept
  const [address, paymentMethod] = await Promise.all([
    kept.address ?? defaultAddress(owner.customerId),
    kept.paymentMethod ?? lastPaymentMethod(owner.customerId),
  ])
  if (!address) return { ...kept, email: kept.email ?? owner.email ?? null }
  return {
    ...kept,
    email: kept.email ?? owner.email ?? null,
    address,
    paymentMethod: paymentMethod ?? 'card',
  }
}

async function keptAnswers(owner: Owner | undefined): Promise<Answers> {
  const basketId = owner && (await findBasketId(owner))
  const kept =
    basketId &&
    (await row<Answers>(
      `select email, address, delivery_method as "deliveryMethod", payment_method as "paymentMethod",
         reminder_agreed_at is not null as "wantsReminder"
       from checkout.checkouts where basket_id = $basketId`,
      { basketId },
    ))
  return kept || none
}

type Answered = Partial<Answers> & { locale?: Locale }

/** Keeps what was answered on one page; other answers stay. */
export async function keepAnswers(basketId: number, answered: Answered): Promise<void> {
  const { email, address, deliveryMethod, paymentMethod, wantsReminder, locale } = answered
  await rows(
    `insert into checkout.checkouts as kept
       (basket_id, email, address, delivery_method, payment_method, locale, reminder_agreed_at)
     values ($basketId, $email, $address, $deliveryMethod, $paymentMethod, $locale,
       case when $wantsReminder::boolean then now() end)
     on conflict (basket_id) do update set
       email = coalesce(excluded.email, kept.email),
       address = coalesce(excluded.address, kept.address),
       delivery_method = coalesce(excluded.delivery_method, kept.delivery_method),
       payment_method = coalesce(excluded.payment_method, kept.payment_method),
       locale = coalesce(excluded.locale, kept.locale),
       reminder_agreed_at = case when $wantsReminder::boolean is null then kept.reminder_agreed_at
         when $wantsReminder::boolean then coalesce(kept.reminder_agreed_at, now()) end,
       updated_at = now()`,
    {
      basketId,
      email: email ?? null,
      address: address ? JSON.stringify(address) : null,
      deliveryMethod: deliveryMethod ?? null,
      paymentMethod: paymentMethod ?? null,
      locale: locale ?? null,
      wantsReminder: wantsReminder ?? null,
    },
  )
}
