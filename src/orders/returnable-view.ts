import { rows } from '../platform/database.ts'
import { type LineCounts, lineCounts, returnable } from './line-counts.ts'

/** A line of an order on the form that asks to send something back. */
export interface ReturnableLine {
  position: number
  title: string
  optionText: string
  picture: unknown
  /** How many may go back. */
  left: number
  /** Why none may. */
  why: 'not-sent' | 'returned' | 'refunded' | 'too-late' | ''
}

/** What of an order may go back, line by line, and why the rest may not. */
export async function returnableView(orderId: number): Promise<ReturnableLine[]> {
  const [counts, lines] = await Promise.all([
    lineCounts(orderId),
    rows<Pick<ReturnableLine, 'position' | 'title' | 'optionText' | 'picture'>>(
      `select position, title, option_text as "optionText", picture from orders.order_lines
       where order_id = $orderId order by position`,
      { orderId },
    ),
  ])
  return lines.map((line) => {
    const count = counts.find(({ position }) => position === line.position)!
    const left = returnable(count)
    return { ...line, left, why: left > 0 ? '' : whyNot(count) }
  })
}

function whyNot(line: LineCounts): ReturnableLine['why'] {
  const sent = line.shipped + line.delivered
  if (sent === 0) return 'not-sent'
  if (line.returning + line.returned >= sent) return 'returned'
  return line.recent === 0 ? 'too-late' : 'refunded'
}
