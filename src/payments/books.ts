/** A payment or a refund, as one side keeps it; amounts in minor units. */
export interface Entry {
  amount: number
  currency: string
  state: 'captured' | 'authorised' | 'refused' | 'requested' | 'succeeded' | 'failed'
  orderId: number | null
}

/** What one side knows, by the provider's names. */
export interface Books {
  payments: Map<string, Entry>
  refunds: Map<string, Entry>
}

export interface OurBooks extends Books {
  /** What we have asked for and the provider has never answered, by our names. */
  unsentRefunds: Map<string, Entry>
}

export type DiscrepancyKind =
  /** The provider took money that we do not know of. */
  | 'payment_missing'
  | 'payment_differs'
  | 'payment_not_there'
  | 'refund_missing'
  | 'refund_differs'
  | 'refund_state_differs'
  | 'refund_not_there'
  | 'refund_not_sent'

export interface Discrepancy {
  kind: DiscrepancyKind
  subject: string
  orderId: number | null
  ours: Entry | null
  theirs: Entry | null
}
