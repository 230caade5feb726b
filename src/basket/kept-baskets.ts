import type { Owner } from '../identity/index.ts'
import { rows } from '../platform/database.ts'

export interface KeptBasket {
  token: string
  name: string
  keptAt: Date
  /** How many pieces are in it. */
  count: number
}

/** The baskets that a customer has kept, the newest first. */
export function keptBaskets({ visitorId }: Owner): Promise<KeptBasket[]> {
  return rows<KeptBasket>(
    `select token, kept_as as name, shared_at as "keptAt",
       (select coalesce(sum((line ->> 'quantity')::integer), 0)::integer from jsonb_array_elements(lines) line) as count
     from basket.shared_baskets where visitor_id = $visitorId and kept_as is not null order by shared_at desc, token`,
    { visitorId },
  )
}
