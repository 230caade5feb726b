import { rows } from '../platform/database.ts'

/** A variant of which few are left. */
export interface LowStock {
  variantId: number
  /** How many can be sent at once. */
  atOnce: number
  /** Ordered, and not here yet. */
  backordered: number
  lowAt: number
}

const MOST = 500

/** The variants of which as few are left as their threshold says, or fewer; those that lack most stand first. */
export function lowStock(): Promise<LowStock[]> {
  return rows<LowStock>(
    `select level.variant_id as "variantId", level.on_hand - level.held as "atOnce", level.backordered,
       coalesce(level.low_at, defaults.low_at) as "lowAt"
     from inventory.stock_levels level cross join inventory.defaults defaults
     where level.on_hand - level.held <= coalesce(level.low_at, defaults.low_at)
     order by level.on_hand - level.held - level.backordered - coalesce(level.low_at, defaults.low_at), level.variant_id
     limit ${MOST}`,
  )
}
