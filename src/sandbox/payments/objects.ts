import type Stripe from 'stripe'
import type { Database } from '../database.ts'
import { missing } from './errors.ts'

type WithIds<Resource, References> = Omit<Resource, keyof References> & References

/** The provider's resources as they are kept: references are ids, never whole objects. */
export type CheckoutSession = WithIds<
  Stripe.Checkout.Session,
  {
    amount_total: number
    cancel_url: string | null
    currency: string
    line_items: LineItems
    payment_intent: string | null
    payment_terms: PaymentTerms
    success_url: string
  }
>
/** What a session says about the payment that it becomes once somebody tries to pay; never answered. */
export interface PaymentTerms {
  capture_method: Stripe.PaymentIntent.CaptureMethod
  description: string | null
  metadata: Record<string, string>
  receipt_email: string | null
}
export type LineItem = WithIds<Stripe.LineItem, { price: Price; quantity: number; description: string }>
export interface LineItems {
  object: 'list'
  data: LineItem[]
  has_more: false
  url: string
}
type Price = WithIds<Stripe.Price, { unit_amount_decimal: string }>
export type PaymentIntent = WithIds<
  Stripe.PaymentIntent,
  { latest_charge: string | null; payment_method: string | null }
>
export type PaymentMethod = WithIds<Stripe.PaymentMethod, { card: Stripe.PaymentMethod.Card }>
export type Charge = WithIds<Stripe.Charge, { payment_intent: string }>
export type Refund = WithIds<Stripe.Refund, { payment_intent: string; charge: string }>
export type Dispute = WithIds<
  Stripe.Dispute,
  { payment_intent: string; charge: string; evidence: Record<string, never> }
>
export type ProviderEvent = WithIds<
  Pick<
    Stripe.Event,
    'id' | 'object' | 'api_version' | 'created' | 'livemode' | 'pending_webhooks' | 'request'
  >,
  { type: Stripe.Event.Type; data: { object: ProviderObject } }
>

interface Kinds {
  'checkout.session': CheckoutSession
  payment_intent: PaymentIntent
  payment_method: PaymentMethod
  charge: Charge
  refund: Refund
  dispute: Dispute
  event: ProviderEvent
}
export type Kind = keyof Kinds
export type ProviderObject = Kinds[Kind]

/** A condition on a field of the kept object: `['status', '=', 'open']`. Fields are named by code, never by input. */
export type Condition = [field: string, comparison: '=' | '>' | '>=' | '<' | '<=', value: string | number]

/** A stretch of a list, newest first; it starts after or ends before the object with that id. */
export interface Stretch {
  limit: number
  after?: string | undefined
  before?: string | undefined
}

export type Objects = ReturnType<typeof keepObjects>

/** The provider's resources, kept as the JSON documents that its API answers. */
export function keepObjects(database: Database) {
  const { sql, connection } = database
  connection.exec(SCHEMA)

  function find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    const row = sql.get`SELECT body FROM objects WHERE id = ${id} AND kind = ${kind}`
    return row && JSON.parse(String(row.body))
  }

  return {
    add<Resource extends ProviderObject>(resource: Resource): Resource {
      const body = JSON.stringify(resource)
      sql.run`INSERT INTO objects (id, kind, body) VALUES (${resource.id}, ${resource.object}, ${body})`
      return resource
    },

    replace<Resource extends ProviderObject>(resource: Resource): Resource {
      sql.run`UPDATE objects SET body = ${JSON.stringify(resource)} WHERE id = ${resource.id}`
      return resource
    },

    find,

    /** @throws ApiError `resource_missing` that names the parameter which held the id. */
    get<K extends Kind>(kind: K, id: string, param: string): Kinds[K] {
      const found = find(kind, id)
      if (!found) throw missing(kind, id, param)
      return found
    },

    /** Whatever bears the id, for references that are answered in full. */
    byId(id: string): ProviderObject | undefined {
      const row = sql.get`SELECT body FROM objects WHERE id = ${id}`
      return row && JSON.parse(String(row.body))
    },

    list<K extends Kind>(kind: K, conditions: Condition[], stretch: Stretch): Kinds[K][] {
      const wanted = conditions.map(
        ([field, comparison]) => `json_extract(body, '$.${field}') ${comparison} ?`,
      )
      const values: (string | number)[] = [kind, ...conditions.map(([, , value]) => value)]
      if (stretch.after) {
        wanted.push('sequence < (SELECT sequence FROM objects WHERE id = ?)')
        values.push(stretch.after)
      }
      if (stretch.before) {
        wanted.push('sequence > (SELECT sequence FROM objects WHERE id = ?)')
        values.push(stretch.before)
      }
      const nearestFirst = stretch.before ? 'ASC' : 'DESC'
      const found = connection
        .prepare(
          `SELECT body FROM objects WHERE ${['kind = ?', ...wanted].join(' AND ')}
           ORDER BY sequence ${nearestFirst} LIMIT ?`,
        )
        .all(...values, stretch.limit)
        .map((row) => JSON.parse(String(row.body)))
      return stretch.before ? found.reverse() : found
    },
  }
}

// Expression indexes serve a query only where it repeats the expression letter by letter, as `list` does.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (kind, sequence);
  CREATE INDEX IF NOT EXISTS objects_by_payment ON objects (kind, json_extract(body, '$.payment_intent'), sequence);
  CREATE INDEX IF NOT EXISTS objects_by_status
    ON objects (kind, json_extract(body, '$.status'), json_extract(body, '$.expires_at'));
`
