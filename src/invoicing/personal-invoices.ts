import { rows } from '../platform/database.ts'
import type { PersonalData } from '../platform/personal-data.ts'

/** What was written down for the tax office, which asks for name and address for ten years: it is kept as it is. */
export const personalInvoices: PersonalData = {
  name: 'invoices',
  collect: ({ orderIds }) =>
    rows(
      `select number, kind, total, currency, snapshot -> 'buyer' as buyer, issued_at as "issuedAt"
       from invoicing.invoices where order_id = any($orderIds::bigint[]) order by number`,
      { orderIds },
    ),
  erase: async () => {},
}
