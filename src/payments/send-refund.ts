import { rows, transaction } from '../platform/database.ts'
import { logger } from '../platform/logger.ts'
import { findRefund, isForProvider, type Refund } from './refund.ts'
import { settleRefund } from './settle-refund.ts'
import type { Stripe } from './stripe.ts'

/** Tells the provider to give money back; told twice, it does so once. What it made of it is published. */
export async function sendRefund(stripe: Stripe, refundId: number): Promise<void> {
  const refund = await findRefund(refundId)
  if (refund?.state !== 'requested' || !isForProvider(refund)) return
  await keepOutcome(refund, await askProvider(stripe, refund))
}

/** The provider's word: a refund, or undefined when it will not give this one, however often it is asked. */
async function askProvider(stripe: Stripe, refund: Refund): Promise<Stripe.Refund | undefined> {
  try {
    return await stripe.refunds.create(
      { payment_intent: refund.reference!, amount: refund.amount },
      {
        idempotencyKey:
          refund.attempt === 1 ? `refund-${refund.id}` : `refund-${refund.id}-${refund.attempt}`,
      },
    )
  } catch (error) {
    if ((error as { type?: string }).type !== 'StripeInvalidRequestError') throw error
    logger.warn({ err: error, refund: refund.id }, 'the provider refuses a refund')
    return undefined
  }
}

async function keepOutcome(refund: Refund, sent: Stripe.Refund | undefined): Promise<void> {
  const providerReference = sent?.id ?? null
  await transaction(async (tx) => {
    if (sent?.status === 'pending') {
      return rows(
        'update payments.refunds set provider_reference = $providerReference where id = $id',
        { id: refund.id, providerReference },
        tx,
      )
    }
    const state = sent?.status === 'succeeded' ? 'succeeded' : 'failed'
    return settleRefund(tx, refund, { state, providerReference, actor: 'provider' })
  })
}
