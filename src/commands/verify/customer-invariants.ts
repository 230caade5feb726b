import { sql } from '../../platform/sql.ts'
import type { Invariant } from './invariant.ts'

/** What is always so of customers: what is theirs is named by one owner, and nobody is signed in who is shut out. */
export const customerInvariants: Invariant[] = [
  {
    name: 'orders-follow-their-customers',
    sentence: 'An order of a customer has their owner’s name, and no order of a guest has it',
    sql: sql`
      select o.number, o.customer_id, customer.id as owned_by
      from orders.orders o
      left join identity.customers customer on customer.visitor_id = o.visitor_id
      where o.customer_id is distinct from customer.id`,
  },
  {
    name: 'address-books-have-a-default',
    sentence: 'Whoever keeps addresses has exactly one to which parcels go',
    sql: sql`
      select customer_id, count(*)::integer as kept, count(*) filter (where is_default)::integer as defaults
      from customers.addresses where removed_at is null
      group by customer_id having count(*) filter (where is_default) <> 1`,
  },
  {
    name: 'nobody-is-in-who-is-out',
    sentence: 'Nobody is signed in whose account is shut, and no sign-in is longer than it may be',
    sql: sql`
      select sign_in.id::text, customer.email
      from identity.sign_ins sign_in join identity.customers customer on customer.id = sign_in.customer_id
      where sign_in.ended_at is null
        and (customer.disabled_at is not null or sign_in.ends_at > sign_in.started_at + interval '90 days 1 minute')`,
  },
]
