import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of goods: none appears or vanishes without a movement, none is promised twice. */
export const stockInvariants: Invariant[] = [
  {
    name: 'stock-adds-up',
    sentence: 'What is on hand of each variant is the sum of its movements',
    sql: sql`
      select variant.sku, level.on_hand, coalesce(sum(movement.delta), 0)::bigint as moved
      from inventory.stock_levels level left join inventory.stock_movements movement using (variant_id)
      left join catalogue.variants variant on variant.id = level.variant_id
      group by variant.sku, level.variant_id having level.on_hand <> coalesce(sum(movement.delta), 0)`,
  },
  {
    name: 'stock-is-there',
    sentence: 'No more is held than is on hand, and neither is below nothing',
    sql: sql`
      select variant.sku, level.on_hand, level.held
      from inventory.stock_levels level left join catalogue.variants variant on variant.id = level.variant_id
      where level.on_hand < 0 or level.held < 0 or level.held > level.on_hand`,
  },
  {
    name: 'holds-add-up',
    sentence: 'What is held of each variant is what its open holds have; what they wait for is backordered',
    sql: sql`
      select variant.sku, level.held, level.backordered,
        coalesce(sum(hold.quantity - hold.waiting) filter (where hold.state = 'held'), 0)::bigint as holds,
        coalesce(sum(hold.waiting), 0)::bigint as waiting
      from inventory.stock_levels level
      left join inventory.stock_holds hold on hold.variant_id = level.variant_id and hold.state <> 'released'
      left join catalogue.variants variant on variant.id = level.variant_id
      group by variant.sku, level.variant_id
      having level.held <> coalesce(sum(hold.quantity - hold.waiting) filter (where hold.state = 'held'), 0)
        or level.backordered <> coalesce(sum(hold.waiting), 0)`,
  },
  {
    name: 'places-add-up',
    sentence:
      'What there is of a variant in all places together is what there is in each, and so are its holds',
    sql: sql`
      with place as (
        select variant_id, sum(on_hand)::bigint as on_hand, sum(held)::bigint as held
        from inventory.location_levels group by variant_id)
      select variant.sku, level.on_hand, place.on_hand as in_places, level.held, place.held as held_in_places
      from inventory.stock_levels level left join place using (variant_id)
      left join catalogue.variants variant on variant.id = level.variant_id
      where level.on_hand <> coalesce(place.on_hand, 0) or level.held <> coalesce(place.held, 0)`,
  },
  {
    name: 'each-place-adds-up',
    sentence: 'What lies in a place is the sum of its movements, and what is held there of its holds',
    sql: sql`
      with moved as (
        select variant_id, location_id, sum(delta)::bigint as pieces
        from inventory.stock_movements group by variant_id, location_id),
      held as (
        select hold.variant_id, part.location_id, sum(part.quantity)::bigint as pieces
        from inventory.stock_holds hold join inventory.stock_hold_parts part on part.hold_id = hold.id
        where hold.state = 'held' group by hold.variant_id, part.location_id)
      select variant.sku, location.code as place, level.on_hand, moved.pieces as moved, level.held, held.pieces as holds
      from inventory.location_levels level full join moved using (variant_id, location_id)
      full join held using (variant_id, location_id)
      left join catalogue.variants variant on variant.id = variant_id
      left join inventory.locations location on location.id = location_id
      where coalesce(level.on_hand, 0) <> coalesce(moved.pieces, 0) or coalesce(level.held, 0) <> coalesce(held.pieces, 0)`,
  },
  {
    name: 'holds-follow-orders',
    sentence: 'Each line of an order that waits to be paid holds its goods, and nothing else does',
    sql: sql`
      with waiting as (
        select line.order_id, line.variant_id, line.quantity
        from orders.order_lines line join orders.orders o on o.id = line.order_id
        where o.state = 'awaiting_payment'),
      held as (select order_id, variant_id, quantity from inventory.stock_holds where state = 'held')
      select o.number, order_id, variant_id, waiting.quantity as ordered, held.quantity as held
      from waiting full join held using (order_id, variant_id) left join orders.orders o on o.id = order_id
      where waiting.quantity is distinct from held.quantity`,
  },
  {
    // The sweeper comes each minute and asks the provider first.
    name: 'holds-end',
    sentence: 'No goods are held two minutes longer than they were to be',
    sql: sql`
      select o.number, hold.variant_id, hold.expires_at
      from inventory.stock_holds hold left join orders.orders o on o.id = hold.order_id
      where hold.state = 'held' and hold.expires_at < now() - interval '2 minutes'`,
  },
  {
    name: 'sold-once',
    sentence:
      'The goods of an order left the shelf once, or have yet to come, or were given up before they came',
    sql: sql`
      with ordered as (
        select o.number, line.variant_id, line.quantity, line.cancelled
        from orders.order_lines line join orders.orders o on o.id = line.order_id
        where o.state in ('paid', 'partly_shipped', 'shipped', 'delivered')),
      waiting as (
        select reference as number, variant_id, waiting from inventory.stock_holds where state = 'taken'),
      sold as (
        select reference as number, variant_id, -sum(delta)::bigint as quantity
        from inventory.stock_movements where reason = 'sale' group by reference, variant_id)
      select number, o.state, variant_id, ordered.quantity as ordered, sold.quantity as sold, waiting.waiting
      from ordered full join sold using (number, variant_id) left join waiting using (number, variant_id)
      left join orders.orders o using (number)
      where o.state is distinct from 'cancelled' and coalesce(
        ordered.quantity - coalesce(sold.quantity, 0) - coalesce(waiting.waiting, 0)
          not between 0 and ordered.cancelled, true)`,
  },
]
