import { refused } from './errors.ts'
import { recordEvent } from './events.ts'
import type { Form } from './form-body.ts'
import { newId } from './ids.ts'
import type { Charge, Dispute } from './objects.ts'
import { expansionForm, readParameters } from './parameters.ts'
import { nowInSeconds, type Provider } from './provider.ts'

const ANSWER_WITHIN = 10 * 24 * 3600

/**
 * A cardholder asks the bank for the money back. To be called within a transaction.
 * @throws ApiError for a charge that took nothing, or is disputed already.
 */
export function openDispute(provider: Provider, charge: Charge): Dispute {
  if (!charge.captured || charge.disputed)
    throw refused('Only a charge that took money can be disputed, once.')
  provider.objects.replace<Charge>({ ...charge, disputed: true })
  const dispute = provider.objects.add(newDispute(provider, charge))
  recordEvent(provider, 'charge.dispute.created', dispute)
  recordEvent(provider, 'charge.dispute.funds_withdrawn', dispute)
  return dispute
}

/**
 * The bank has decided. To be called within a transaction.
 * @throws ApiError when it had decided before.
 */
export function closeDispute(provider: Provider, dispute: Dispute, status: 'won' | 'lost'): Dispute {
  if (dispute.status !== 'needs_response' && dispute.status !== 'under_review')
    throw refused(`This dispute is ${dispute.status}.`)
  const closed = provider.objects.replace<Dispute>({ ...dispute, status })
  if (status === 'won') recordEvent(provider, 'charge.dispute.funds_reinstated', closed)
  recordEvent(provider, 'charge.dispute.closed', closed)
  return closed
}

/** The shop gives in: `POST /v1/disputes/:id/close`. @throws ApiError when the dispute is not there, or closed. */
export function acceptDispute(provider: Provider, form: Form, id: string): Dispute {
  readParameters(expansionForm, form)
  return closeDispute(provider, provider.objects.get('dispute', id, 'dispute'), 'lost')
}

function newDispute(provider: Provider, charge: Charge): Dispute {
  const created = nowInSeconds(provider)
  return {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: created + ANSWER_WITHIN,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  }
}
