import { rows } from '../platform/database.ts'
import type { OrderRecordLine } from './order-record.ts'

/** Pieces of a line that were refunded, as a credit note lists them; tax is contained in their total. */
export type RefundedLine = Omit<OrderRecordLine, 'tax'>

/**
 * What a refund is for, line by line; nothing for one out of goodwill, and for one that is less than its lines, because
 * a part of them had been given back before.
 */
export function refundedLines(refundId: number): Promise<RefundedLine[]> {
  return rows<RefundedLine>(
    `select line.sku, line.title, line.option_text as "optionText", part.quantity, line.unit_price as "unitPrice",
       line.discount, line.tax_rate as "taxRate", part.amount as total
     from orders.refund_lines part
     join orders.order_refunds refund on refund.refund_id = part.refund_id and refund.adjustment >= 0
     join orders.order_lines line on line.order_id = part.order_id and line.position = part.position
     where part.refund_id = $refundId order by part.position`,
    { refundId },
  )
}
