import { row, type Transaction, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { publish } from '../platform/queue.ts'
import { findOrderOfPayment } from './find-order-of-payment.ts'
import type { WebhookOutcome } from './handle-webhook.ts'
import { settleRefund } from './settle-refund.ts'
import type { Stripe } from './stripe.ts'

type RefundState = 'requested' | 'succeeded' | 'failed'

interface KnownRefund {
  id: number
  state: RefundState
  attempt: number
  /** It is told of an earlier attempt, which has failed. */
  isPast: boolean
}

/** What the provider says of a refund, and under which name we had asked for it, where we had. */
export interface ReportedRefund {
  refund: Stripe.Refund
  askedAs: string | null
  /** What it speaks of may still be on its way to us. */
  mayBeEarly: boolean
}

/**
 * Records what became of a refund: of one that we had asked for, or of one that somebody made in the provider's
 * dashboard, which is kept as one of ours. A refund that has failed stays so, in whichever order it is told.
 */
export function recordRefund(reported: ReportedRefund): Promise<WebhookOutcome> {
  const { refund, mayBeEarly } = reported
  const payment =
    typeof refund.payment_intent === 'string' ? refund.payment_intent : refund.payment_intent?.id
  if (!payment) return Promise.resolve({ outcome: 'quarantined', reason: 'unknown_payment' })
  return transaction(async (tx): Promise<WebhookOutcome> => {
    const known = await lockKnown(tx, reported, payment)
    if (known) return settle(tx, known, refund)
    if (mayBeEarly && (await isOnItsWay(tx, payment, refund.amount)))
      return { outcome: 'early', reason: 'refund_on_its_way' }
    const orderId = await findOrderOfPayment(tx, payment)
    if (orderId === undefined) return { outcome: 'early', reason: 'unknown_payment' }
    await keepForeign(tx, { refund, payment, orderId })
    return { outcome: 'recorded' }
  })
}

/** By the provider's name for it, or by the name under which we asked for it (the answer may not have reached us). */
function lockKnown(
  tx: Transaction,
  { refund, askedAs }: ReportedRefund,
  payment: string,
): Promise<KnownRefund | undefined> {
  const [, asked = null, attempt = 1] = /^refund-(\d+)(?:-(\d+))?$/.exec(askedAs ?? '') ?? []
  return row<KnownRefund>(
    `select id, state, attempt, coalesce(provider_reference <> $reference, false) or attempt > $attempt as "isPast"
     from payments.refunds
     where provider_reference = $reference or id = $asked::bigint and payment_reference = $payment
     order by provider_reference = $reference desc nulls last limit 1 for update`,
    { reference: refund.id, asked, payment, attempt: asked === null ? UNTOLD : Number(attempt) },
    tx,
  )
}

/** Later than any attempt: who does not say which one speaks of the last. */
const UNTOLD = 2_147_483_647

async function settle(tx: Transaction, known: KnownRefund, refund: Stripe.Refund): Promise<WebhookOutcome> {
  const state = refundStateOf(refund)
  if (known.isPast || known.state === 'failed' || state === 'requested') return { outcome: 'recorded' }
  if (known.state === 'requested')
    await settleRefund(tx, known, { state, providerReference: refund.id, actor: 'provider' })
  else if (state === 'failed') await fail(tx, known.id)
  return { outcome: 'recorded' }
}

/** The bank could not bring it to its card after all. */
async function fail(tx: Transaction, id: number): Promise<void> {
  const failed = await row<{ orderId: number; reason: string }>(
    `update payments.refunds set state = 'failed', settled_at = now()
     where id = $id returning order_id as "orderId", reason`,
    { id },
    tx,
  )
  await publish(tx, 'refund.failed', { ...failed, refundId: id, actor: 'provider' })
}

async function isOnItsWay(tx: Transaction, payment: string, amount: number): Promise<boolean> {
  const asked = await row(
    `select 1 from payments.refunds where payment_reference = $payment and amount = $amount
       and state = 'requested' and provider_reference is null`,
    { payment, amount },
    tx,
  )
  return asked !== undefined
}

async function keepForeign(
  tx: Transaction,
  { refund, payment, orderId }: { refund: Stripe.Refund; payment: string; orderId: number },
): Promise<void> {
  const state = refundStateOf(refund)
  const kept = await row<{ id: number }>(
    `insert into payments.refunds
       (order_id, amount, currency, reason, key, payment_reference, state, provider_reference, settled_at)
     values ($orderId, $amount, $currency, 'made_at_provider', $reference, $payment, $state, $reference,
       case $state when 'requested' then null else now() end)
     on conflict do nothing returning id`,
    {
      orderId,
      amount: refund.amount,
      currency: refund.currency.toUpperCase(),
      payment,
      state,
      reference: refund.id,
    },
    tx,
  )
  if (!kept) return
  logger.warn({ refund: refund.id, orderId }, 'refund made at provider')
  if (state !== 'requested')
    await publish(tx, `refund.${state}`, {
      orderId,
      reason: 'made_at_provider',
      refundId: kept.id,
      actor: 'provider',
    })
}

/** What a refund of the provider is in our words. */
export function refundStateOf({ status }: Stripe.Refund): RefundState {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'requested'
}
