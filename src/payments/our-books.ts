import { rows } from '../platform/database.ts'
import type { Entry, OurBooks } from './books.ts'

type Row = Entry & { reference: string }

/** What we know of payments and refunds that went through the provider between two times. */
export async function ourBooks(since: Date, until: Date): Promise<OurBooks> {
  const [payments, refunds, unsentRefunds] = await Promise.all([
    readPayments(since, until),
    readRefunds(since, until),
    readUnsentRefunds(until),
  ])
  return {
    payments: byReference(payments),
    refunds: byReference(refunds),
    unsentRefunds: byReference(unsentRefunds),
  }
}

/** The payments among these names of the provider that we know, whenever they came, and so of the refunds. */
export async function ourEntries(payments: string[], refunds: string[]) {
  const [knownPayments, knownRefunds] = await Promise.all([
    rows<Row>(
      `select provider_reference as reference, ${PAID} as amount, currency, state, order_id as "orderId"
       from payments.payments where provider_reference = any($payments) and state in ('captured', 'authorised')
       union all
       select distinct on (reference) reference, amount, currency, 'refused', order_id from payments.payment_events
       where outcome = 'quarantined' and reference = any($payments)`,
      { payments },
    ),
    rows<Row>(
      `select provider_reference as reference, amount, currency, state, order_id as "orderId"
       from payments.refunds where provider_reference = any($refunds)`,
      { refunds },
    ),
  ])
  return { payments: byReference(knownPayments), refunds: byReference(knownRefunds) }
}

const PAID = `case state when 'captured' then captured else amount end`

function readPayments(since: Date, until: Date): Promise<Row[]> {
  return rows<Row>(
    `select provider_reference as reference, ${PAID} as amount, currency, state, order_id as "orderId"
     from payments.payments
     where method = 'card' and state in ('captured', 'authorised') and provider_reference is not null
       and created_at >= $since and created_at < $until`,
    { since, until },
  )
}

function readRefunds(since: Date, until: Date): Promise<Row[]> {
  return rows<Row>(
    `select provider_reference as reference, amount, currency, state, order_id as "orderId"
     from payments.refunds
     where provider_reference is not null and requested_at >= $since and requested_at < $until`,
    { since, until },
  )
}

/** However long ago: nobody else will remember them. What came by bank transfer goes back by hand. */
function readUnsentRefunds(until: Date): Promise<Row[]> {
  return rows<Row>(
    `select id::text as reference, amount, currency, state, order_id as "orderId" from payments.refunds
     where state = 'requested' and provider_reference is null and requested_at < $until
       and payment_reference not like 'transfer%'`,
    { until },
  )
}

function byReference(entries: Row[]): Map<string, Entry> {
  return new Map(entries.map(({ reference, ...entry }) => [reference, entry]))
}
